import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { renderCallSteps } from "@cloudpbx/twilio/render-call-steps";
import { readFrom, readParentCall } from "@cloudpbx/twilio/voice-params";
import { CallWebhook, DialWebhook, GatherWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context as HonoContext } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Context } from "../context.ts";
import type { RingResult } from "../domain/ringing/after-ringing.ts";
import { replaceMissingSounds } from "../greetings/replace-missing-sounds.ts";

export type Door = {
	Bindings: VoiceEnv;
	Variables: RequestIdVariables & {
		ctx: Context;
		params: Record<string, string>;
		/** Changes to announce besides that of the call. */
		news: LiveEvent[];
	};
};
export type IvrContext = HonoContext<Door>;

/** Null for a callback, which is told nothing. */
type Answer = readonly CallStep[] | null;

/** By path, for GET and POST. */
export type Routes = Record<string, (ctx: Context, c: IvrContext) => Answer | Promise<Answer>>;

/** Keys of the same choice that were pressed before a long gap. */
export const moreKeys = "/keys/:typed{1[0-9]?}";

export async function respond(c: IvrContext, steps: Answer): Promise<Response> {
	if (steps === null) return c.body(null, 204);
	const ctx = c.get("ctx");
	const heard = await replaceMissingSounds(ctx, steps);
	return c.body(renderCallSteps(heard, ctx.publicUrl), 200, { "content-type": "text/xml; charset=utf-8" });
}

export function callOf(c: IvrContext): CallWebhook {
	return CallWebhook.parse(c.get("params"));
}

/** Null for a leg of a call. */
export function findCall(c: IvrContext): CallWebhook | null {
	if (isLeg(c)) return null;
	return CallWebhook.safeParse(c.get("params")).data ?? null;
}

/** Whether the webhook is about a line that we placed for a call. */
export function isLeg(c: IvrContext): boolean {
	const params: Record<string, string> | undefined = c.get("params");
	return readParentCall(params ?? {}) !== "" || isLegPath(c.req.path);
}

export function isLegPath(path: string): boolean {
	return /^\/ivr\/((fallback\/)?screen|out)\//.test(path);
}

export function keyOf(c: IvrContext): string {
	return GatherWebhook.parse(c.get("params")).digits;
}

export function ringResultOf(call: CallWebhook, params: Record<string, string>): RingResult {
	return { ...DialWebhook.parse(params), isCallerPresent: isOnLine(call.status) };
}

/** A caller who leaves while it rings is reported as completed, or as canceled when nobody had answered yet. */
export function isOnLine(status: CallWebhook["status"]): boolean {
	return status === "in_progress" || status === "ringing";
}

/** Null when the number was withheld or is not told. */
export function shownNumber(c: IvrContext, mark = ""): string | null {
	return mark === "known" ? readFrom(c.get("params")) : null;
}

export interface RungPath {
	ext: string;
	member?: string;
}
