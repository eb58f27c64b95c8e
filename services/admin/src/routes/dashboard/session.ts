import { Session } from "@cloudpbx/contracts/api/session";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { sessionFacts, toSession } from "../../operations/dashboard/to-session.ts";

export const session = createApi().openapi(
	guardedRoute(
		"anyone",
		{
			method: "get",
			path: "/api/session",
			tags: ["System"],
			summary: "Who is asking, and what every screen needs",
			description:
				"The credential's scopes decide which parts are present. A badge without its scope is absent.",
			responses: { 200: jsonAnswer(Session, "As it is now.") },
		},
		{ alongside: sessionFacts },
	),
	(c) => c.json(toSession(c.get("principal"), sessionFacts.of(c), c.env), 200),
);
