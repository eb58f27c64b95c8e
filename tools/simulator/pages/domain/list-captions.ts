import type { CallView, TimelineEntry } from "../control/call-view.ts";
import { type Caption, describeHeard } from "./describe-heard.ts";

/**
 * A call as its phone's owner lived it: what was heard and, in between, the keys and words that were sent. The
 * order is the timeline's; a timeline without the heard texts leaves just those.
 */
export function listCaptions(call: Pick<CallView, "heard" | "timeline">): Caption[] {
	const heardCount = call.timeline.filter((entry) => entry.kind === "heard").length;
	if (heardCount < call.heard.length) return call.heard.map(describeHeard);
	const captions: Caption[] = [];
	let keys: Caption | null = null;
	for (const entry of call.timeline) {
		const key = entry.kind === "input" && typeof entry.key === "string" ? entry.key : null;
		if (key !== null && keys) {
			keys.text += ` ${key}`;
			continue;
		}
		const caption = key === null ? describeMoment(entry) : { kind: "sent" as const, text: key };
		if (!caption) continue;
		captions.push(caption);
		keys = key === null ? null : caption;
	}
	return captions;
}

function describeMoment(entry: TimelineEntry): Caption | null {
	const text = typeof entry.text === "string" ? entry.text : "";
	if (entry.kind === "heard") return describeHeard(text);
	if (entry.kind !== "input") return null;
	const words = /"(.*)"$/s.exec(text)?.[1];
	const seconds = /^says for (\S+) s/.exec(text)?.[1];
	if (seconds) return { kind: "sent", text: words ? `“${words}” · ${seconds} s` : `Message · ${seconds} s` };
	return { kind: "sent", text: words ?? text };
}
