import { type Call, progressEvents } from "../../calls/call.ts";
import type { Line } from "../../calls/line.ts";
import { openLine } from "../../calls/open-line.ts";
import { ringFarEnd } from "../../calls/phones/ring-far-end.ts";
import { reportProgress } from "../../calls/progress.ts";
import { httpMethod, words } from "../../twiml/attributes.ts";
import { resolveUrl, type TwimlDocument } from "../../twiml/document.ts";
import type { Element } from "../../twiml/element.ts";
import type { VerbContext } from "../verb.ts";
import type { DialTarget } from "./dial-targets.ts";

export function startLeg(
	{ line, document }: VerbContext,
	target: DialTarget,
	{ from, ringSeconds }: { from: string; ringSeconds: number },
): Line {
	const { ctx, call } = line;
	const leg = openLine(ctx, {
		parentSid: call.sid,
		from,
		to: target.address,
		direction: "outbound-dial",
		status: "initiated",
		progress: target.noun ? readProgress(target.noun, document) : null,
	});
	leg.isScreened = Boolean(target.noun?.attributes.url);
	reportProgress(ctx, leg.call, "initiated");
	ctx.changes.emit({ kind: "call", sid: call.sid });
	ctx.background(ringFarEnd(leg, ringSeconds));
	return leg;
}

function readProgress(noun: Element, document: TwimlDocument): Call["progress"] {
	const address = noun.attributes.statusCallback;
	const url = address ? resolveUrl(document, address) : null;
	if (!url) return null;
	const events = words(noun, "statusCallbackEvent", "completed");
	return {
		url,
		method: httpMethod(noun, "statusCallbackMethod"),
		events: progressEvents.filter((event) => events.includes(event)),
		next: 0,
	};
}
