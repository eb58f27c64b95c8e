/** The outcomes that have a segment of their own. */
export const segments = [
	["All", null],
	["Missed", "missed"],
	["Voicemail", "voicemail"],
	["Answered", "answered"],
] as const;

/** Whether the segments show it, so that no chip has to. */
export function isSegment(outcome: string | undefined): boolean {
	return segments.some(([, value]) => value === (outcome ?? null));
}
