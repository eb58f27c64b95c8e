import type { Deployment } from "../deployment.ts";
import { check, type Step } from "../plan/step.ts";

export function buildDashboard(deployment: Deployment): Step {
	const explain = ["Builds the dashboard, if something in it has changed since the last time."];
	return check("Dashboard", explain, () => deployment.build());
}
