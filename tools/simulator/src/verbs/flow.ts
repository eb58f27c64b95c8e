import { noteWarning } from "../timeline/timeline.ts";
import { httpMethod } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import { type Element, textOf } from "../twiml/element.ts";
import type { Leap, VerbContext } from "./verb.ts";

export async function hangup(): Promise<Leap> {
	return { to: "hangup" };
}

export async function reject({ line, isFirst }: VerbContext, element: Element): Promise<Leap | null> {
	if (!isFirst) {
		noteWarning(line.ctx, line.call.sid, 12200, "<Reject> must be the first verb; the call hangs up");
		return { to: "hangup" };
	}
	return { to: "reject", status: element.attributes.reason === "busy" ? "busy" : "no-answer" };
}

/** An empty URL is the current document. Only standard parameters are sent. */
export async function redirect(context: VerbContext, element: Element): Promise<Leap> {
	return leapTo(context, element, { address: textOf(element), params: {}, kind: "voice" });
}

/** Without an address the current document is requested again. */
export function leapTo(
	{ line, document }: VerbContext,
	element: Element,
	{ address, params, kind }: { address: string | undefined; params: Record<string, string>; kind: string },
): Leap {
	const url = address ? resolveUrl(document, address) : (document.request?.url ?? null);
	if (url) return { to: "document", request: { url, method: httpMethod(element), params, kind } };
	noteWarning(
		line.ctx,
		line.call.sid,
		11100,
		`<${element.name}> needs an absolute URL when TwiML is passed inline; the call ends`,
	);
	return { to: "hangup" };
}
