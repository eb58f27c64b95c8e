import { endLine } from "../../calls/change-status.ts";
import { CallEnded, CallRedirected, type Line } from "../../calls/line.ts";
import { readOptions } from "../../options.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { httpMethod } from "../../twiml/attributes.ts";
import { resolveUrl } from "../../twiml/document.ts";
import type { Element } from "../../twiml/element.ts";
import type { VerbContext } from "../verb.ts";

const screenVerbs = ["Say", "Play", "Pause", "Gather", "Redirect", "Hangup"];

/** Runs the noun's `url` on the callee. False when the callee hung up or was hung up. */
export async function screenLeg(
	{ document, run }: VerbContext,
	leg: Line,
	noun: Element | null,
): Promise<boolean> {
	const address = noun?.attributes.url;
	if (!noun || !address) return true;
	const url = resolveUrl(document, address);
	if (!url) {
		noteWarning(leg.ctx, leg.call.sid, 12200, `url "${address}" cannot be resolved; not screened`);
		return true;
	}
	const scope = { name: "screen", verbs: screenVerbs, params: () => ({}), signal: null } as const;
	try {
		const leap = await run(leg, { url, method: httpMethod(noun), params: {}, kind: "screen" }, scope);
		if (leap === null) return true;
		const isFailure = leap.to === "hangup" && leap.isFailure === true;
		if (isFailure && readOptions(leg.ctx.sql).failedScreening === "connect") return true;
		endLine(leg, "completed", "declined in the screening");
	} catch (error) {
		if (!(error instanceof CallEnded || error instanceof CallRedirected)) throw error;
	}
	return false;
}
