import type { CallView, TimelineEntry } from "../../control/call-view.ts";
import { type Caption, describeHeard } from "./describe-heard.ts";

export interface DialledParty {
	sid: string;
	name: string;
	startedAt: string | null;
}

/**
 * The call from its phone's view: heard texts, ringing and answers, sent keys and words, in the timeline's order.
 */
export function listCaptions(
	call: Pick<CallView, "heard" | "timeline">,
	dialled: readonly DialledParty[] = [],
): Caption[] {
	const heardCount = call.timeline.filter((entry) => entry.kind === "heard").length;
	if (heardCount < call.heard.length) return call.heard.map(describeHeard);
	const captions: Caption[] = [];
	let keys: Caption | null = null;
	for (const [place, entry] of call.timeline.entries()) {
		const key = entry.kind === "input" && typeof entry.key === "string" ? entry.key : null;
		if (key !== null && keys) {
			keys.text += ` ${key}`;
			continue;
		}
		const caption =
			key === null
				? describeMoment(entry, call.timeline.slice(place + 1), dialled)
				: { kind: "sent" as const, text: key };
		if (!caption) continue;
		captions.push(caption);
		keys = key === null ? null : caption;
	}
	return captions;
}

function describeMoment(
	entry: TimelineEntry,
	later: readonly TimelineEntry[],
	dialled: readonly DialledParty[],
): Caption | null {
	const text = typeof entry.text === "string" ? entry.text : "";
	if (isRinging(entry)) return describeRinging(entry, later.find(isRinging), dialled);
	if (entry.kind === "heard") return describeHeard(text);
	const answered = entry.kind === "status" && dialled.find(({ sid }) => sid === entry.with);
	if (answered) return { kind: "sound", text: `${answered.name} answered` };
	if (entry.kind !== "input") return null;
	const words = /"(.*)"$/s.exec(text)?.[1];
	const seconds = /^says for (\S+) s/.exec(text)?.[1];
	if (seconds) return { kind: "sent", text: words ? `“${words}” · ${seconds} s` : `Message · ${seconds} s` };
	return { kind: "sent", text: words ?? text };
}

const isRinging = ({ kind, text }: TimelineEntry) => kind === "heard" && text === "[ringing]";

function describeRinging(
	entry: TimelineEntry,
	next: TimelineEntry | undefined,
	dialled: readonly DialledParty[],
): Caption {
	const names = dialled
		.filter(({ startedAt }) => startedAt && startedAt >= entry.at && (!next || startedAt < next.at))
		.map(({ name }) => name);
	if (!names.length) return describeHeard("[ringing]");
	return { kind: "sound", text: `Ringing ${new Intl.ListFormat("en").format(names)}…` };
}
