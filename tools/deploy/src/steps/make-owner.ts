import { seedSetupCode } from "@cloudpbx/service-admin/seed-access";
import { type Deployment, databasePath, getFact } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";

interface Ownership {
	hasOwner: boolean;
	openCodes: string[];
}

export function makeOwner(deployment: Deployment): Step {
	const { cloudflare, memory } = deployment;
	return step<Ownership>({
		name: "First owner",
		explain: [
			"While there is no owner: makes a set-up code, stores its hash, and shows the link at which its holder becomes the owner. It is shown once.",
		],
		find: async () => {
			const path = databasePath(deployment);
			const owners = await cloudflare.query(
				path,
				"SELECT id FROM users WHERE role = 'owner' AND origin = 'installation' LIMIT 1",
			);
			const codes = await cloudflare.query<{ code_hash: string }>(
				path,
				"SELECT code_hash FROM setup_codes WHERE used_at IS NULL",
			);
			return { hasOwner: owners.length > 0, openCodes: codes.map(({ code_hash }) => code_hash) };
		},
		differs: ({ hasOwner, openCodes }) => {
			const { shownCodeHash } = memory.read();
			if (hasOwner) return null;
			// A stored code that was never shown is useless.
			return shownCodeHash !== null && openCodes.includes(shownCodeHash) ? null : "making a set-up code";
		},
		apply: async () => {
			const path = databasePath(deployment);
			const code = deployment.makeSecret();
			await cloudflare.query(path, "DELETE FROM setup_codes WHERE used_at IS NULL");
			const { sql, params } = await seedSetupCode(code);
			await cloudflare.query(path, sql, params);
			const link = `${getFact(deployment, "addresses").admin}/claim`;
			deployment.console.say(
				`Become the owner at ${link} with the set-up code ${code} — shown only this once.`,
			);
			memory.change({ shownCodeHash: String(params[0]) });
		},
	});
}
