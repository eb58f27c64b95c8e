import type { Resources } from "../configs/list-resources.ts";
import { accountPath, type Deployment } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";

export function makeDatabase(deployment: Deployment, { database }: Resources): Step {
	const { location } = deployment.answers;
	return step({
		name: "D1 database",
		explain: [`Makes the database ${database} near the company (location ${location}), unless it is there.`],
		find: async () => {
			const found = await deployment.cloudflare.list<{ name: string; uuid: string }>(
				`${accountPath(deployment)}/d1/database?name=${database}`,
			);
			const exact = found.find(({ name }) => name === database);
			if (exact) deployment.facts.databaseId = exact.uuid;
			return exact ?? null;
		},
		differs: (found) => (found ? null : `making ${database}`),
		apply: async () => {
			await deployment.wrangler(
				["d1", "create", database, "--location", location],
				deployment.facts.accountId,
			);
		},
	});
}

export function makeBuckets(deployment: Deployment, { buckets }: Resources): Step {
	const { location } = deployment.answers;
	return makeEach(deployment, {
		name: "R2 buckets",
		what: "buckets for recordings and pictures",
		wanted: buckets,
		list: async () => {
			const path = `${accountPath(deployment)}/r2/buckets`;
			return (await deployment.cloudflare.list<{ name: string }>(path)).map(({ name }) => name);
		},
		command: (name) => ["r2", "bucket", "create", name, "--location", location],
	});
}

/** Queues come before Workers: a consumer needs its queue. */
export function makeQueues(deployment: Deployment, { queues }: Resources): Step {
	return makeEach(deployment, {
		name: "Queues and their dead letters",
		what: "queues",
		wanted: queues,
		list: async () => {
			const path = `${accountPath(deployment)}/queues`;
			const found = await deployment.cloudflare.list<{ queue_name: string }>(path);
			return found.map(({ queue_name }) => queue_name);
		},
		command: (name) => ["queues", "create", name],
	});
}

export function makeNamespaces(deployment: Deployment, { namespaces }: Resources): Step {
	return makeEach(deployment, {
		name: "KV namespaces",
		what: "namespaces",
		wanted: Object.values(namespaces),
		list: async () => {
			const path = `${accountPath(deployment)}/storage/kv/namespaces`;
			const found = await deployment.cloudflare.list<{ id: string; title: string }>(path);
			const idOf = new Map(found.map(({ id, title }) => [title, id]));
			deployment.facts.namespaceIds = Object.fromEntries(
				Object.entries(namespaces).map(([binding, title]) => [binding, idOf.get(title) ?? ""]),
			);
			return [...idOf.keys()];
		},
		command: (name) => ["kv", "namespace", "create", name],
	});
}

interface Kind {
	name: string;
	what: string;
	wanted: readonly string[];
	list: () => Promise<string[]>;
	command: (name: string) => string[];
}

function makeEach({ wrangler, facts }: Deployment, { name, what, wanted, list, command }: Kind): Step {
	return step<string[]>({
		name,
		explain: [`Makes the ${what} that are not there: ${wanted.join(", ")}.`],
		find: async () => {
			const there = new Set(await list());
			return wanted.filter((one) => !there.has(one));
		},
		differs: (missing) => (missing.length === 0 ? null : `making ${missing.join(", ")}`),
		apply: async (missing) => {
			for (const one of missing) await wrangler(command(one), facts.accountId);
		},
	});
}
