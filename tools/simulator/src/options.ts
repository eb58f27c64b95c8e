import { readSetting, writeSetting } from "./storage/settings.ts";

/** What Twilio's documentation leaves open, and durations of the simulation: README, "Options". */
export interface Options {
	/** DialCallStatus in the action after the caller gave up while it rang. */
	abandonedDialCallStatus: "no-answer" | "canceled";
	/** Whether Dial's action is requested when the caller hangs up. */
	dialActionAfterHangup: boolean;
	/** With several legs and a screening `url`: whether the others go on ringing during the screening. */
	simulringWhileScreening: "first-pickup-wins" | "keep-ringing";
	/** Whether a <Record> into which nobody spoke goes on with the next verb. */
	emptyRecordFallsThrough: boolean;
	/** Whether Gather's action is requested when the caller hangs up with digits already typed. */
	gatherActionOnHangup: boolean;
	/** Twilio has been seen to sign the query as written and to send it with its keys sorted. */
	sortQueryKeys: boolean;
	/** Basic auth on recordings. */
	mediaNeedsAuth: boolean;
	/** Network seconds from the end of a recording to its transcription. */
	transcriptionSeconds: number;
}

export const DEFAULT_OPTIONS: Options = {
	abandonedDialCallStatus: "no-answer",
	dialActionAfterHangup: true,
	simulringWhileScreening: "first-pickup-wins",
	emptyRecordFallsThrough: false,
	gatherActionOnHangup: false,
	sortQueryKeys: false,
	mediaNeedsAuth: true,
	transcriptionSeconds: 2,
};

export function readOptions(sql: SqlStorage): Options {
	return { ...DEFAULT_OPTIONS, ...readSetting<Partial<Options>>(sql, "options") };
}

export function writeOptions(sql: SqlStorage, changes: Partial<Options>): Options {
	const options = { ...readOptions(sql), ...changes };
	writeSetting(sql, "options", options);
	return options;
}
