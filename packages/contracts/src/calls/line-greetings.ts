import * as z from "zod";
import { audioTypes } from "../words/extension-limits.ts";

/** The company's own recorded greetings: of the main line, and of the main line while it is closed. */
export const lineGreetings = ["main", "closed"] as const;
export type LineGreeting = (typeof lineGreetings)[number];

/** Their rows among the settings, which are none: each holds the key of a sound in R2. */
export const lineGreetingKeys: Record<LineGreeting, string> = {
	main: "mainGreetingAudio",
	closed: "closedGreetingAudio",
};

const Key = z.string().regex(/^greetings\/[0-9a-f]{64}\.(mp3|wav)$/);

/** The key of the recording; null: none, or its row is spoilt. */
export function readLineGreeting(
	rows: readonly { key: string; value: unknown }[],
	line: LineGreeting,
): string | null {
	const key = Key.safeParse(rows.find((row) => row.key === lineGreetingKeys[line])?.value);
	return key.success ? key.data : null;
}

export const GreetingAudio = z.enum(audioTypes).nullable();

/** As every border shows a recording: what kind of file it is. */
export function showGreetingAudio(key: string | null): z.infer<typeof GreetingAudio> {
	return audioTypes.find((type) => key?.endsWith(`.${type}`)) ?? null;
}
