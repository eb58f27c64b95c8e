import { callParams } from "../calls/call-params.ts";
import { hear } from "../calls/hear.ts";
import type { Line } from "../calls/line.ts";
import { note, noteError, noteWarning } from "../timeline/timeline.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import { readBody } from "../twiml/read-body.ts";
import { validateTwiml } from "../twiml/validate-twiml.ts";
import { type DeliveryResult, deliver } from "../webhooks/deliver.ts";
import { redirectTarget } from "../webhooks/redirect-target.ts";

const redirectsMax = 10;

type Failure = { code: number; reason: string; url: string };

/** Asks the fallback URL after a failure. Null when that fails too: the caller has heard the application error. */
export async function fetchDocument(line: Line, request: DocumentRequest): Promise<TwimlDocument | null> {
	const first = await requestDocument(line, request);
	if (!("reason" in first)) return first;
	const { call, ctx } = line;
	noteError(ctx, call.sid, first.code, `${first.reason} (${first.url})`);
	if (call.fallback && call.fallback.url !== request.url) {
		const params = { ...request.params, ErrorCode: String(first.code), ErrorUrl: first.url };
		const second = await requestDocument(line, { ...call.fallback, params, kind: "fallback" });
		if (!("reason" in second)) return second;
		noteError(ctx, call.sid, second.code, `fallback: ${second.reason} (${second.url})`);
	}
	hear(line, "[application error]");
	return null;
}

async function requestDocument(line: Line, request: DocumentRequest): Promise<TwimlDocument | Failure> {
	const { call, ctx } = line;
	const token = crypto.randomUUID();
	let current = request;
	let params: Record<string, string> = { ...callParams(ctx, call), ...request.params };
	for (let redirects = 0; ; redirects += 1) {
		const { url, method, kind } = current;
		const result = await deliver(ctx, { aboutSid: call.sid, kind, method, url, params }, token, line.cookies);
		const location = redirectTarget(result, url);
		if (location === null) return readDocument(line, current, result);
		if (redirects === redirectsMax) return { code: 11215, reason: "too many HTTP redirects", url };
		noteWarning(ctx, call.sid, null, `redirected to ${location}: POST parameters are not sent again`);
		current = { ...current, url: location, method: "GET" };
		params = {};
	}
}

function readDocument(line: Line, request: DocumentRequest, result: DeliveryResult): TwimlDocument | Failure {
	const url = request.url.split("#")[0] ?? request.url;
	if (!result.ok) return { code: result.code, reason: result.reason, url };
	if (result.status >= 300) return { code: 11200, reason: `HTTP status ${result.status}`, url };
	const read = readBody(result.contentType, result.body, url);
	if ("code" in read) return { ...read, url };
	note(line.ctx, line.call.sid, { kind: "twiml", text: result.body, detail: { url } });
	const { verbs, warnings } = validateTwiml(read);
	for (const { code, text } of warnings) noteWarning(line.ctx, line.call.sid, code, text);
	return { verbs, request };
}
