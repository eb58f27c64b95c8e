import { timelineKinds } from "@cloudpbx/contracts/words/timeline-kinds";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import type { TimelinePlace } from "../../domain/contacts/merge-timeline.ts";

export function writeTimelineCursor({ at, kind, key }: TimelinePlace): string {
	return encodeCursor([at, kind, key]);
}

export function readTimelineCursor(word: string): TimelinePlace | null {
	const parts =
		decodeCursor(word, "number", "string", "number") ?? decodeCursor(word, "number", "string", "string");
	if (parts === null) return null;
	const [at, name, key] = parts;
	const kind = timelineKinds.find((one) => one === name);
	const isNumbered = kind === "message" || kind === "consent";
	if (kind === undefined || key === undefined || (typeof key === "number") !== isNumbered) return null;
	return { at: Number(at), kind, key };
}
