import { secretPrefix, toBase64 } from "../webhooks/webhook-secrets.ts";

/** The headers of Standard Webhooks, one signature per secret. `id` is the same for every try. */
export async function signDelivery(
	secrets: readonly string[],
	{ id, sentAt, body }: { id: string; sentAt: Date; body: string },
): Promise<Record<string, string>> {
	const timestamp = String(Math.floor(sentAt.getTime() / 1000));
	const signatures = await Promise.all(
		secrets.map(async (secret) => `v1,${await sign(secret, `${id}.${timestamp}.${body}`)}`),
	);
	return {
		"webhook-id": id,
		"webhook-timestamp": timestamp,
		"webhook-signature": signatures.join(" "),
	};
}

async function sign(secret: string, text: string): Promise<string> {
	const bytes = Uint8Array.from(atob(secret.slice(secretPrefix.length)), (letter) => letter.charCodeAt(0));
	const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	return toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text))));
}
