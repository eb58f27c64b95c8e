import type { Deployment } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";

export function buildDashboard(deployment: Deployment): Step {
	let isBuilt = false;
	return step({
		name: "Dashboard",
		explain: ["Builds the dashboard, if something in it has changed since the last time."],
		find: async () => isBuilt,
		differs: (built) => (built ? null : "building"),
		apply: async () => {
			await deployment.build();
			isBuilt = true;
		},
	});
}
