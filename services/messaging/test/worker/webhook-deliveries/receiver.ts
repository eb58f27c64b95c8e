import { createHmac } from "node:crypto";
import { vi } from "vitest";

export interface Received {
	url: string;
	id: string;
	timestamp: number;
	signatures: string[];
	body: string;
	event: { type: string; timestamp: string; data: Record<string, unknown> };
}

export class Receiver {
	received: Received[] = [];
	/** Throws when no answer comes. */
	answer: (received: Received) => Response | Promise<Response> = () => new Response("ok");

	/** Keeps the stub of all other addresses. */
	install(): this {
		const others = globalThis.fetch;
		vi.stubGlobal("fetch", (url: string | URL, init: RequestInit = {}) => {
			if (!String(url).includes("receiver")) return others(url, init);
			const headers = new Headers(init.headers);
			const body = String(init.body);
			const received = {
				url: String(url),
				id: headers.get("webhook-id") ?? "",
				timestamp: Number(headers.get("webhook-timestamp")),
				signatures: (headers.get("webhook-signature") ?? "").split(" "),
				body,
				event: JSON.parse(body) as Received["event"],
			};
			this.received.push(received);
			return Promise.resolve().then(() => this.answer(received));
		});
		return this;
	}

	types(): string[] {
		return this.received.map(({ event }) => event.type);
	}
}

/** Written from standardwebhooks.com, independent of the code that signs. */
export function signatureOf(secret: string, { id, timestamp, body }: Received): string {
	const key = Buffer.from(secret.replace("whsec_", ""), "base64");
	return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
