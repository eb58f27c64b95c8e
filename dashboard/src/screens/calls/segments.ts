export const segments = [
	["All", null],
	["Missed", "missed"],
	["Voicemail", "voicemail"],
	["Answered", "answered"],
] as const;

export function isSegment(outcome: string | undefined): boolean {
	return segments.some(([, value]) => value === (outcome ?? null));
}
