import * as z from "zod";
import { audioTypes } from "../words/extension-limits.ts";

/** Recorded greetings of the main line, and of the main line while it is closed. */
export const lineGreetings = ["main", "closed"] as const;
export type LineGreeting = (typeof lineGreetings)[number];

/** Keys of rows in `settings` that are not settings; each holds the R2 key of a sound. */
export const lineGreetingKeys: Record<LineGreeting, string> = {
	main: "mainGreetingAudio",
	closed: "closedGreetingAudio",
};

const Key = z.string().regex(/^greetings\/[0-9a-f]{64}\.(mp3|wav)$/);

/** Returns the R2 key of the recording; null when there is none or its row is invalid. */
export function readLineGreeting(
	rows: readonly { key: string; value: unknown }[],
	line: LineGreeting,
): string | null {
	const key = Key.safeParse(rows.find((row) => row.key === lineGreetingKeys[line])?.value);
	return key.success ? key.data : null;
}

export const GreetingAudio = z.enum(audioTypes).nullable();

/** Maps the R2 key of a recording to the kind of its file. */
export function toGreetingAudio(key: string | null): z.infer<typeof GreetingAudio> {
	return audioTypes.find((type) => key?.endsWith(`.${type}`)) ?? null;
}
