import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createHmac } from "node:crypto";
import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import { type Context, createContext } from "../../src/context.ts";
import worker from "../../src/index.ts";

const messaging = {
	publishLive: async () => ({ ok: true, value: null }),
	recogniseDangers: async (texts: string[], companyTexts: string[]) => ({
		ok: true,
		value: texts.map((text) => recogniseDanger(text, companyTexts)),
	}),
};

export const testEnv = { ...env, MESSAGING: messaging } as unknown as VoiceEnv;

export function testContext(overrides: Partial<Context> = {}, at?: Date): Context {
	const context = createContext(testEnv, { waitUntil: () => undefined });
	return { ...context, ...(at && { now: () => at }), ...overrides };
}

export function sidOf(prefix: "CA" | "RE", word: string): string {
	const hex = [...word].map((letter) => letter.charCodeAt(0).toString(16)).join("");
	return `${prefix}${hex.padEnd(32, "0").slice(0, 32)}`;
}

export async function sendWebhook(
	path: string,
	params: Record<string, string>,
	options: {
		signature?: string | null;
		method?: "GET" | "POST";
		database?: D1Database;
		env?: Partial<VoiceEnv>;
	} = {},
): Promise<Response> {
	const isGet = options.method === "GET";
	const url = `${testEnv.PUBLIC_URL}${path}${isGet ? `?${new URLSearchParams(params)}` : ""}`;
	const signature = options.signature === undefined ? sign(url, isGet ? {} : params) : options.signature;
	// Twilio asks for whatever host the request comes to; only the configured address counts.
	const request = new Request(url.replace("pbx.example.com", "another-host.example"), {
		method: isGet ? "GET" : "POST",
		headers: signature === null ? {} : { "x-twilio-signature": signature },
		body: isGet ? undefined : new URLSearchParams(params),
	});
	const context = createExecutionContext();
	const bindings = { ...testEnv, ...options.env, DB: options.database ?? testEnv.DB };
	const response = await worker.fetch(request, bindings, context);
	await waitOnExecutionContext(context);
	return response;
}

export async function endCall(params: Record<string, string>): Promise<void> {
	await sendWebhook("/ivr/status", { ...params, CallStatus: "completed", CallDuration: "5" });
}

/** Written from the rule itself (twilio.com/docs/usage/security), not with the code that checks it. */
function sign(url: string, params: Record<string, string>): string {
	const sorted = Object.keys(params).sort();
	const text = url + sorted.map((name) => `${name}${params[name]}`).join("");
	return createHmac("sha1", testEnv.TWILIO_AUTH_TOKEN).update(text).digest("base64");
}
