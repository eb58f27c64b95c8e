import type { Resources } from "../configs/list-resources.ts";
import { accountPath, type Deployment } from "../deployment.ts";
import { check, Obstacle, type Step } from "../plan/step.ts";

export function findDatabase(
	deployment: Deployment,
	{ database }: Resources,
	{ mayLack }: { mayLack: boolean },
): Step {
	return check("D1 database", [`Finds the database ${database}.`], async () => {
		const path = `${accountPath(deployment)}/d1/database?name=${database}`;
		const found = await deployment.cloudflare.list<{ name: string; uuid: string }>(path);
		const exact = found.find(({ name }) => name === database);
		if (exact) deployment.facts.databaseId = exact.uuid;
		else if (!mayLack) throw new Obstacle(`there is no database ${database}.`, "`npm run setup` makes it.");
	});
}
