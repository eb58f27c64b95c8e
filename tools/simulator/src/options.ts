import { readSetting, writeSetting } from "./storage/settings.ts";

/** README, "Options". Questions that Twilio's documentation leaves open, and durations of the simulation. */
export interface Options {
	abandonedDialCallStatus: "no-answer" | "canceled";
	untakenDialCallStatus: "completed" | "no-answer" | "busy" | "canceled" | "failed";
	dialBridgedIsSent: boolean;
	failedScreening: "hang-up" | "connect";
	dialActionAfterHangup: boolean;
	simulringWhileScreening: "first-pickup-wins" | "keep-ringing";
	emptyRecordFallsThrough: boolean;
	gatherActionOnHangup: boolean;
	/** Twilio was seen to sign the query as written and to send it with sorted keys. */
	sortQueryKeys: boolean;
	mediaNeedsAuth: boolean;
	transcriptionSeconds: number;
	tollFreeOptOut: "21610" | "30004";
	queueOverflow: "21611" | "30001";
	queueHours: number;
	longCodeSegmentsPerSecond: number;
	tollFreeSegmentsPerSecond: number;
	earlyStatusCallbacks: boolean;
	deliveryReceipts: boolean;
	plainTextIsSent: boolean;
	newNumbersAreRegistered: boolean;
	dateAheadSeconds: number;
	repliesInARowMax: number;
}

export const defaultOptions: Options = {
	abandonedDialCallStatus: "no-answer",
	untakenDialCallStatus: "completed",
	dialBridgedIsSent: true,
	failedScreening: "hang-up",
	dialActionAfterHangup: true,
	simulringWhileScreening: "first-pickup-wins",
	emptyRecordFallsThrough: false,
	gatherActionOnHangup: false,
	sortQueryKeys: false,
	mediaNeedsAuth: true,
	transcriptionSeconds: 2,
	tollFreeOptOut: "21610",
	queueOverflow: "21611",
	queueHours: 10,
	longCodeSegmentsPerSecond: 1,
	tollFreeSegmentsPerSecond: 3,
	earlyStatusCallbacks: false,
	deliveryReceipts: true,
	plainTextIsSent: true,
	newNumbersAreRegistered: true,
	dateAheadSeconds: 0,
	repliesInARowMax: 30,
};

export const optionWords: Readonly<Record<string, readonly string[]>> = {
	abandonedDialCallStatus: ["no-answer", "canceled"],
	untakenDialCallStatus: ["completed", "no-answer", "busy", "canceled", "failed"],
	failedScreening: ["hang-up", "connect"],
	simulringWhileScreening: ["first-pickup-wins", "keep-ringing"],
	tollFreeOptOut: ["21610", "30004"],
	queueOverflow: ["21611", "30001"],
};

export function readOptions(sql: SqlStorage): Options {
	return { ...defaultOptions, ...readSetting<Partial<Options>>(sql, "options") };
}

export function writeOptions(sql: SqlStorage, changes: Partial<Options>): Options {
	const options = { ...readOptions(sql), ...changes };
	writeSetting(sql, "options", options);
	return options;
}
