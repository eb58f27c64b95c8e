import { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { dashboardFacts, toDashboard } from "../../operations/dashboard/to-dashboard.ts";

export const dashboard = createApi().openapi(
	guardedRoute(
		"anyone",
		{
			method: "get",
			path: "/api/dashboard",
			tags: ["Analytics"],
			summary: "What goes on, what waits, and how the last days went",
			description:
				"Each part needs its scope (`calls:read`, `messages:read`, `voicemails:read`, `campaigns:read`, `extensions:read`, `numbers:read`) and is absent without it. An agent sees the voicemail of the own extension and its groups. `missed`: nobody was reached, and the caller left no message. `voicemails`: calls with a voicemail. Waiting items are counted up to 1000.",
			responses: { 200: jsonAnswer(Dashboard, "As far as the scopes allow.") },
		},
		{ alongside: dashboardFacts },
	),
	(c) => c.json(toDashboard(c.get("principal"), dashboardFacts.of(c), c.env, new Date()), 200),
);
