import type { Tone } from "../../words/statuses.ts";

export interface Moment {
	offsetSeconds: number;
	title: string;
	detail?: string;
	said?: string;
	told?: string;
	tone: Tone;
	/** The message that was left here can be played. */
	isVoicemail?: true;
}
