import { readSetting, writeSetting } from "./storage/settings.ts";

/** What Twilio's documentation leaves open, and durations of the simulation: README, "Options". */
export interface Options {
	/** DialCallStatus in the action after the caller gave up while it rang. */
	abandonedDialCallStatus: "no-answer" | "canceled";
	/** DialCallStatus of a leg that was picked up and then ended by its screening, or by its person during it. */
	untakenDialCallStatus: "completed" | "no-answer" | "busy" | "canceled" | "failed";
	/** Whether Dial's action is told DialBridged. */
	dialBridgedIsSent: boolean;
	/** What becomes of a leg whose screening address fails. */
	failedScreening: "hang-up" | "connect";
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
	/** Of a text from a toll-free number whose recipient has opted out: refused at once, or blocked by the network. */
	tollFreeOptOut: "21610" | "30004";
	/** Of a text for which the sender's queue has no room: refused at once, or failed later. */
	queueOverflow: "21611" | "30001";
	/** Hours of sending that fit into the queue of a number. */
	queueHours: number;
	longCodeSegmentsPerSecond: number;
	tollFreeSegmentsPerSecond: number;
	/** Whether the statuses `queued` and `sending` are reported too. */
	earlyStatusCallbacks: boolean;
	/** Whether carriers say what became of a text; without, `sent` is the last status. */
	deliveryReceipts: boolean;
	/** Whether a `text/plain` answer to an inbound text is sent to its sender. */
	plainTextIsSent: boolean;
	/** Whether a number may text from the moment it is bought, as if its registration had been there before. */
	newNumbersAreRegistered: boolean;
	/** How far the clock of the carrier's REST API is ahead, as its `Date` header tells; in real seconds. */
	dateAheadSeconds: number;
	/** Replies between two numbers without a pause, before they count as a loop. */
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

/** What a setting that is a word may be. */
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
