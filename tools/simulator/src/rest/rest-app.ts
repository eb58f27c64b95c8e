import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { readOptions } from "../options.ts";
import { accountRoutes } from "./account-routes.ts";
import { callRoutes } from "./calls/calls.ts";
import { messageMediaRoutes } from "./messages/message-media.ts";
import { messageRoutes } from "./messages/messages.ts";
import { availablePhoneNumberRoutes } from "./numbers/available-phone-numbers.ts";
import { incomingPhoneNumberRoutes } from "./numbers/incoming-phone-numbers.ts";
import { recordingMediaRoutes } from "./recordings/recording-media.ts";
import { recordingRoutes } from "./recordings/recordings.ts";
import { transcriptionRoutes } from "./recordings/transcriptions.ts";
import { mountResources, serveResource } from "./resources.ts";
import { answerRestError, ResourceNotFound, RestError } from "./rest-error.ts";
import { setDateHeader } from "./set-date-header.ts";

/** Twilio's REST API below /2010-04-01, one file a resource. Their routes have no account and no `.json`. */
export function restApp(ctx: NetworkContext): Hono {
	const resources = mountResources(ctx, "/", [
		accountRoutes,
		callRoutes,
		recordingRoutes,
		recordingMediaRoutes,
		transcriptionRoutes,
		messageRoutes,
		messageMediaRoutes,
		incomingPhoneNumberRoutes,
		availablePhoneNumberRoutes,
	]);
	return new Hono()
		.onError(answerRestError)
		.use(setDateHeader(ctx))
		.all("/*", (context) => serveAccount(ctx, context, resources));
}

async function serveAccount(ctx: NetworkContext, context: Context, resources: Hono): Promise<Response> {
	const url = new URL(context.req.url);
	const match = /\/2010-04-01\/Accounts\/([^/.]+)(.*)$/.exec(url.pathname);
	if (!match) throw new ResourceNotFound();
	const [, accountSid = "", path = ""] = match;
	checkCredentials(ctx, context, accountSid, path);
	url.pathname = resourcePath(path, context.req.method);
	const request = new Request(url, context.req.raw);
	return await serveResource(ctx, context, resources, { path: withoutJson(path), request });
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

/** Without `.json` it is the file itself. */
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
