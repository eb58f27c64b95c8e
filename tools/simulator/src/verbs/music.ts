import { setWaiting } from "../calls/change-status.ts";
import { hear } from "../calls/hear.ts";
import { noteWarning } from "../timeline/timeline.ts";
import { resolveUrl } from "../twiml/document.ts";
import type { HttpMethod } from "../webhooks/request.ts";
import type { Leap, Scope, VerbContext } from "./verb.ts";

/** Limits the requests for a document without any sound. */
const loopPauseMilliseconds = 1000;

/** Repeats a waitUrl until it leaps out, or until the scope ends: then null. An empty address is silence. */
export async function playMusic(
	{ line, document, run }: VerbContext,
	address: string | undefined,
	method: HttpMethod,
	scope: Scope,
): Promise<Leap | null> {
	const signal = scope.signal ? AbortSignal.any([line.signal, scope.signal]) : line.signal;
	if (signal.aborted) return null;
	if (address === undefined) hear(line, "[hold music]");
	const url = address ? resolveUrl(document, address) : null;
	if (address && !url) noteWarning(line.ctx, line.call.sid, 12200, `waitUrl "${address}" cannot be resolved`);
	try {
		while (url) {
			if (scope.name === "queue") setWaiting(line, "queue");
			const leap = await run(line, { url, method, params: {}, kind: "wait" }, scope);
			if (leap) return leap;
			await line.ctx.clock.sleep(loopPauseMilliseconds, signal);
		}
		return await new Promise<null>((resolve) => {
			if (signal.aborted) resolve(null);
			signal.addEventListener("abort", () => resolve(null), { once: true });
		});
	} catch (error) {
		if (signal.aborted) return null;
		throw error;
	}
}
