import { CloudflareRefusal } from "../cloudflare.ts";
import { accountPath, type Deployment } from "../deployment.ts";
import { check, Obstacle, type Step } from "../plan/step.ts";
import { readOutput } from "../wrangler.ts";

interface WhoAmI {
	accounts?: { id: string; name: string }[];
}

export function checkSignIn(deployment: Deployment): Step {
	const explain = [
		"Asks wrangler who is signed in (`npm run wrangler -- login`, or CLOUDFLARE_API_TOKEN) and takes the account; with several, the one of --account-id.",
	];
	return check("Cloudflare: sign-in and account", explain, async () => {
		const { accounts = [] } = readOutput<WhoAmI>(await deployment.wrangler(["whoami", "--json"]));
		const { accountId } = deployment.answers;
		const chosen = accountId === "" ? accounts : accounts.filter(({ id }) => id === accountId);
		const [account] = chosen;
		if (!account) {
			throw new Obstacle(
				accountId ? `you have no Cloudflare account ${accountId}.` : "you have no Cloudflare account.",
				"Sign in with `npm run wrangler -- login` as somebody who has.",
			);
		}
		if (chosen.length > 1) {
			const names = accounts.map(({ id, name }) => `${id} (${name})`).join(", ");
			throw new Obstacle(`you have several Cloudflare accounts: ${names}.`, "Choose one with --account-id.");
		}
		deployment.facts.accountId = account.id;
	});
}

/** Checks the paid plan, as far as it can be read, and R2. */
export function checkPlan(deployment: Deployment): Step {
	const explain = [
		"Looks for Workers Paid (5 USD a month, required: password hashes and voicemail need more processor time than the Free plan gives) and for R2, which is switched on once in the dashboard.",
	];
	return check("Cloudflare: Workers Paid and R2", explain, async () => {
		await deployment.cloudflare.get(`${accountPath(deployment)}/r2/buckets`);
		if (!(await seemsPaid(deployment))) {
			deployment.console.say(
				"This account seems to have no Workers Paid plan. Without it Cloudflare will refuse the Workers below.",
			);
		}
	});
}

async function seemsPaid(deployment: Deployment): Promise<boolean> {
	try {
		const path = `${accountPath(deployment)}/subscriptions`;
		const subscriptions = await deployment.cloudflare.get<{ rate_plan?: { id?: string } }[]>(path);
		return subscriptions?.some(({ rate_plan }) => /workers/i.test(rate_plan?.id ?? "")) ?? true;
	} catch (error) {
		if (error instanceof CloudflareRefusal) return true;
		throw error;
	}
}
