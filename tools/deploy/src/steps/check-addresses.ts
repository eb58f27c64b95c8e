import { nameOf } from "../configs/name-of.ts";
import { accountPath, type Deployment, getFact } from "../deployment.ts";
import { check, Obstacle, type Step } from "../plan/step.ts";

export function checkAddresses(deployment: Deployment): Step {
	const { baseUrl, prefix } = deployment.answers;
	const explain = baseUrl
		? [
				`Finds the zone of ${baseUrl} in the account. Calls (/ivr/*) and texts (/sms/*) will go straight to their Workers, everything else on that host to the dashboard.`,
			]
		: [
				`Takes the account's workers.dev subdomain: ${["voice", "messaging", "admin"].map((role) => nameOf(prefix, role)).join(", ")} get a host each.`,
				"A domain of your own (--base-url) is recommended: one address for everything, which can move to another account.",
			];
	return check("Addresses", explain, async () => {
		if (baseUrl) await takeDomain(deployment, baseUrl);
		else await takeSubdomain(deployment);
		const hosts = Object.values(getFact(deployment, "addresses")).map((address) => new URL(address).host);
		const { memory } = deployment;
		memory.change({ hosts: [...new Set([...memory.read().hosts, ...hosts])] });
	});
}

async function takeDomain(deployment: Deployment, baseUrl: string): Promise<void> {
	const { hostname } = new URL(baseUrl);
	const labels = hostname.split(".");
	for (let index = 0; index < labels.length - 1; index++) {
		const name = labels.slice(index).join(".");
		const query = `?name=${name}&account.id=${getFact(deployment, "accountId")}`;
		const [zone] = await deployment.cloudflare.list<{ name: string }>(`/zones${query}`);
		if (!zone) continue;
		deployment.facts.zoneName = zone.name;
		deployment.facts.addresses = { voice: baseUrl, messaging: baseUrl, admin: baseUrl };
		return;
	}
	throw new Obstacle(
		`your Cloudflare account has no zone for ${hostname}.`,
		"Add the domain at dash.cloudflare.com (Add a domain), or leave BASE_URL empty.",
	);
}

async function takeSubdomain(deployment: Deployment): Promise<void> {
	const found = await deployment.cloudflare.get<{ subdomain: string | null }>(
		`${accountPath(deployment)}/workers/subdomain`,
	);
	if (!found?.subdomain) {
		throw new Obstacle(
			"this account has no workers.dev subdomain yet.",
			"Open dash.cloudflare.com, Workers & Pages, once: it makes one. Or set BASE_URL to a domain of yours.",
		);
	}
	const addressOf = (role: string) =>
		`https://${nameOf(deployment.answers.prefix, role)}.${found.subdomain}.workers.dev`;
	deployment.facts.zoneName = null;
	deployment.facts.addresses = {
		voice: addressOf("voice"),
		messaging: addressOf("messaging"),
		admin: addressOf("admin"),
	};
}
