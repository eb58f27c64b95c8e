import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { takeFault } from "../faults.ts";
import { readOptions } from "../options.ts";
import { accountRoutes } from "./account-routes.ts";
import { callRoutes } from "./calls/calls.ts";
import { answerFault, brokenAnswer, delay } from "./fault-answer.ts";
import { messageMediaRoutes } from "./messages/message-media.ts";
import { messageRoutes } from "./messages/messages.ts";
import { availablePhoneNumberRoutes } from "./numbers/available-phone-numbers.ts";
import { incomingPhoneNumberRoutes } from "./numbers/incoming-phone-numbers.ts";
import { mediaRoutes } from "./recordings/recording-media.ts";
import { recordingRoutes } from "./recordings/recordings.ts";
import { transcriptionRoutes } from "./recordings/transcriptions.ts";
import { answerRestError, ResourceNotFound, RestError } from "./rest-error.ts";
import { tellTime } from "./tell-time.ts";

/** Twilio's REST API below /2010-04-01. Each resource has a file; its routes lie below the account, without `.json`. */
export function restApp(ctx: NetworkContext): Hono {
	const resources = new Hono()
		.onError((error) => {
			throw error;
		})
		.notFound(() => {
			throw new ResourceNotFound();
		})
		.route("/", accountRoutes(ctx))
		.route("/", callRoutes(ctx))
		.route("/", recordingRoutes(ctx))
		.route("/", mediaRoutes(ctx))
		.route("/", transcriptionRoutes(ctx))
		.route("/", messageRoutes(ctx))
		.route("/", messageMediaRoutes(ctx))
		.route("/", incomingPhoneNumberRoutes(ctx))
		.route("/", availablePhoneNumberRoutes(ctx));
	return new Hono()
		.onError(answerRestError)
		.use(tellTime(ctx))
		.all("/*", (context) => serveAccount(ctx, resources, context));
}

async function serveAccount(ctx: NetworkContext, resources: Hono, context: Context): Promise<Response> {
	const url = new URL(context.req.url);
	const match = /\/2010-04-01\/Accounts\/([^/.]+)(.*)$/.exec(url.pathname);
	if (!match) throw new ResourceNotFound();
	const [, accountSid = "", path = ""] = match;
	checkCredentials(ctx, context, accountSid, path);
	const fault = takeFault(ctx, `rest:${context.req.method} ${withoutJson(path)}`);
	if (fault?.dropBeforeAccept) return brokenAnswer();
	if (fault?.status !== undefined) {
		await delay(fault);
		return answerFault(fault, fault.status);
	}
	url.pathname = resourcePath(path, context.req.method);
	const answer = await askResource(resources, new Request(url, context.req.raw), context);
	await delay(fault);
	return fault?.dropAfterAccept ? brokenAnswer() : answer;
}

/** A refusal is answered from the request as it came: its path here is another. */
async function askResource(resources: Hono, request: Request, context: Context): Promise<Response> {
	try {
		return await resources.fetch(request);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return answerRestError(error, context);
	}
}

function checkCredentials(ctx: NetworkContext, context: Context, accountSid: string, path: string): void {
	const { sid, authToken } = ctx.account;
	const isFile = mediaPath.test(path) || messageMediaPath.test(path);
	const isOpen = isFile && !readOptions(ctx.sql).mediaNeedsAuth;
	const isKnown = context.req.header("authorization") === `Basic ${btoa(`${sid}:${authToken}`)}`;
	if (accountSid === sid && (isKnown || isOpen)) return;
	throw new RestError(401, 20003, "Authentication Error - invalid username");
}

/** Without `.json` a recording's address is its sound. */
const mediaPath = /^\/Recordings\/(RE[0-9a-f]{32})(\.mp3|\.wav)?$/;

/** Without `.json` the address of a text's file is the file. */
const messageMediaPath = /^\/Messages\/\w+\/Media\/(ME[0-9a-f]{32})$/;

function resourcePath(path: string, method: string): string {
	const media = mediaPath.exec(path);
	const file = messageMediaPath.exec(path);
	if (file && method !== "DELETE") return `/MessageMedia/${file[1]}`;
	if (media) return `/Media/${media[1]}/${media[2]?.slice(1) ?? "wav"}`;
	return withoutJson(path) || "/";
}

function withoutJson(path: string): string {
	return path.replace(/\.json$/, "");
}
