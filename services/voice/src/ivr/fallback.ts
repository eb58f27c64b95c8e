import { log } from "@cloudpbx/kit/log";
import { readFailedWebhook } from "@cloudpbx/twilio/voice-params";
import { DialWebhook, RecordWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { callPaths } from "../domain/call/call-paths.ts";
import {
	afterFallbackMessage,
	afterFallbackRinging,
	serveInFallback,
	serveWithoutLookup,
} from "../domain/fallback.ts";
import { announceCaller, endLeg, takeLeg } from "../domain/ringing/screen-leg.ts";
import { storeConversation } from "../ringing/store-conversation.ts";
import {
	findCall,
	type IvrContext,
	isLeg,
	isLegPath,
	keyOf,
	type Routes,
	respond,
	ringResultOf,
	shownNumber,
} from "./door.ts";
import { withoutName } from "./names-of.ts";

const ringResultPath = /\/extension\/(1\d\d)(?:\/member\/1\d\d)?\/result\/?$/;
const pickedUpPath = /^\/ivr\/screen\/1\d\d\/1\d\d\/taken\/?$/;

/** Twilio asks here when another address of ours failed. Needs no database, no model and no other Worker. */
export const fallback: Routes = {
	"/ivr/fallback": (ctx, c) => {
		const params = c.get("params");
		const { url, code } = readFailedWebhook(params);
		const failedPath = pathOf(url);
		if (code) log.error("carrier_fell_back", { code, path: withoutName(failedPath) });
		// That webhook only tells who picked up: the two are connected without it.
		if (pickedUpPath.test(failedPath)) return [];
		// A rung telephone's line asked: its caller is served by the call's own webhooks.
		if (isLeg(c) || isLegPath(failedPath)) return endLeg();
		const call = findCall(c);
		const failed = {
			isBridged: DialWebhook.parse(params).isBridged,
			hasRecording: RecordWebhook.safeParse(params).data?.recordingSid != null,
		};
		const [, ext] = failedPath.match(ringResultPath) ?? [];
		if (call && ext) ctx.later(storeConversation(ctx, call, ext, ringResultOf(call, params)));
		return serveInFallback(failed, fallbackNumberOf(ctx), call);
	},

	"/ivr/fallback/screen/:caller{known|withheld}": (_, c) => {
		const number = shownNumber(c, c.req.param("caller"));
		return announceCaller({ caller: number, name: null, wish: null }, callPaths.fallbackScreenKey);
	},

	"/ivr/fallback/screen/key": (_, c) => takeLeg(keyOf(c)),

	"/ivr/fallback/result": (_, c) => afterFallbackRinging(DialWebhook.parse(c.get("params"))),

	"/ivr/fallback/recorded": afterFallbackMessage,
};

export function answerFailure(c: IvrContext): Promise<Response> {
	const steps = isLeg(c) ? endLeg() : serveWithoutLookup(fallbackNumberOf(c.get("ctx")), findCall(c));
	return respond(c, steps);
}

function fallbackNumberOf({ fallbackMemory, fallbackNumber }: Context): string {
	return fallbackMemory.numberOr(fallbackNumber);
}

/** Without the query: what the carrier adds to an address does not belong in a log. */
function pathOf(address: string): string {
	return URL.canParse(address) ? new URL(address).pathname : "";
}
