import type { WebhookProbe } from "@cloudpbx/contracts/diagnosis";

export interface ProbeTry {
	probe: WebhookProbe;
	/** HTTP status; null: no answer, undefined: not tried. */
	unsigned: number | null;
	signed: number | null | undefined;
}

const timeoutMilliseconds = 10_000;

export function tryProbes(probes: readonly WebhookProbe[]): Promise<ProbeTry[]> {
	return Promise.all(
		probes.map(async (probe) => ({
			probe,
			unsigned: probe.isOurs ? await post(probe.url, "", {}) : await look(probe.url),
			signed:
				probe.signed === null
					? undefined
					: await post(probe.url, probe.signed.body, { "x-twilio-signature": probe.signed.signature }),
		})),
	);
}

function post(url: string, body: string, headers: Record<string, string>): Promise<number | null> {
	const type = { "content-type": "application/x-www-form-urlencoded" };
	return send(url, { method: "POST", body, headers: { ...type, ...headers } });
}

function look(url: string): Promise<number | null> {
	return send(url, { method: "HEAD" });
}

async function send(url: string, init: RequestInit): Promise<number | null> {
	try {
		const signal = AbortSignal.timeout(timeoutMilliseconds);
		const response = await fetch(url, { ...init, redirect: "manual", signal });
		await response.body?.cancel();
		return response.status;
	} catch {
		return null;
	}
}
