import { type AnyCheck, defineCheck } from "./check.ts";

export interface WorkerFacts {
	service: string;
	/** Fault of the addresses that Twilio calls; null: none. */
	addressFault: string | null;
	missingSecrets: readonly string[];
	models: readonly { model: string; failure: string | null }[];
	queues: readonly { queue: string; count: number; oldestAt: Date | null }[];
	now: Date;
}

const backlogMax = 1000;
const jobHoursMax = 6;

export const workerChecks: readonly AnyCheck<WorkerFacts>[] = [
	defineCheck({
		id: "address_wrong",
		level: "error",
		check: ({ service, addressFault: fault }: WorkerFacts) => (fault === null ? [] : [{ service, fault }]),
		subject: ({ service }: { service: string; fault: string }) => service,
		meaning: ({ service, fault }: { service: string; fault: string }) =>
			`Calls and texts do not reach the Worker "${service}", or it refuses them. ${fault}`,
		todo: () => "Run npm run deploy with the right BASE_URL; it sets the addresses of all Workers.",
	}),
	defineCheck({
		id: "secret_missing",
		level: "error",
		check: ({ service, missingSecrets }: WorkerFacts) => missingSecrets.map((name) => ({ service, name })),
		subject: ({ service, name }: { service: string; name: string }) => `${service}/${name}`,
		meaning: ({ service, name }: { service: string; name: string }) =>
			`The Worker "${service}" has no ${name}: it cannot work with Twilio, or nobody can sign in.`,
		todo: ({ name }: { service: string; name: string }) => `Set the secret ${name} and deploy again.`,
	}),
	defineCheck({
		id: "model_failed",
		level: "warning",
		check: ({ service, models }: WorkerFacts) =>
			models.flatMap(({ model, failure }) => (failure === null ? [] : [{ service, model, failure }])),
		subject: ({ service, model }: ModelCase) => `${service}/${model}`,
		meaning: ({ service, model, failure }: ModelCase) =>
			`The model ${model} does not answer "${service}" (${failure}): callers or texters wait longer, or get the menu or a person.`,
		todo: () =>
			"Look at AI_MODEL and AI_FALLBACK_MODELS, and whether the account's daily allocation of Workers AI is used up.",
	}),
	defineCheck({
		id: "queue_backlog",
		level: "warning",
		check: ({ queues, now }: WorkerFacts) => queues.filter((queue) => isStuck(queue, now)),
		subject: ({ queue }: WorkerFacts["queues"][number]) => queue,
		meaning: ({ queue, count, oldestAt }: WorkerFacts["queues"][number]) =>
			`${count} jobs wait in the queue ${queue}${oldestAt ? `, the oldest since ${oldestAt.toISOString()}` : ""}: voicemails, answers or files come late.`,
		todo: () => "Look at the queue and its consumer in the Cloudflare dashboard.",
	}),
];

function isStuck({ count, oldestAt }: { count: number; oldestAt: Date | null }, now: Date): boolean {
	const ageHours = oldestAt === null ? 0 : (now.getTime() - oldestAt.getTime()) / 3_600_000;
	return count > backlogMax || (count > 0 && ageHours > jobHoursMax);
}

interface ModelCase {
	service: string;
	model: string;
	failure: string;
}
