import { type AnyCheck, defineCheck } from "./check.ts";

/** What a Worker knows of itself. */
export interface WorkerFacts {
	service: string;
	/** The address that Twilio calls; null for a Worker that it does not call. */
	publicUrl: string | null;
	/** Names of secrets that are empty or missing. */
	missingSecrets: readonly string[];
	/** Each model that it may ask, and what came of asking; null: it answered. */
	models: readonly { model: string; failure: string | null }[];
}

export const workerChecks: readonly AnyCheck<WorkerFacts>[] = [
	defineCheck({
		id: "address_wrong",
		level: "error",
		check: ({ service, publicUrl }: WorkerFacts) => {
			const fault = publicUrl === null ? null : findAddressFault(publicUrl);
			return fault === null ? [] : [{ service, fault }];
		},
		subject: ({ service }: { service: string; fault: string }) => service,
		meaning: ({ service, fault }: { service: string; fault: string }) =>
			`The address for Twilio of the Worker "${service}" ${fault}: webhooks do not arrive or are refused.`,
		todo: () => "Set PUBLIC_URL to the address that Twilio reaches this Worker by, and deploy again.",
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
];

interface ModelCase {
	service: string;
	model: string;
	failure: string;
}

/** Why Twilio cannot have this address; null when it can. Plain http is good on this machine only. */
export function findAddressFault(address: string): string | null {
	const [, protocol, hostname] =
		address.match(/^(https?):\/\/(\[[0-9a-f:.]+\]|[^\s/:?#@]+)(?::\d+)?(?:\/\S*)?$/i) ?? [];
	if (protocol === undefined || hostname === undefined) return "is none";
	if (/(^|\.)example\.(com|org|net)$/i.test(hostname)) return "is still the placeholder";
	const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname);
	return protocol.toLowerCase() === "https" || isLoopback ? null : "is not https";
}
