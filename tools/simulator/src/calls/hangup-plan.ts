import type { RecordingCallback } from "../recordings/recording.ts";
import type { HttpMethod } from "../webhooks/request.ts";

export interface Action {
	url: string;
	method: HttpMethod;
}

/**
 * What a running verb owes the application if the call ends now. It is data, not code, because it must also be
 * carried out for calls that a restart of the network cut off.
 */
export type HangupPlan = RecordPlan | DialPlan | EnqueuePlan;

/** A <Dial> at work. */
export interface DialPlan {
	verb: "dial";
	action: Action | null;
	/** The leg that was answered, else the first one; null without legs. */
	legSid: string | null;
	/** Network time at which the two could talk; null until then. */
	bridgedClockMs: number | null;
	/** Network time at which the timeLimit parts them; null until they talk. */
	endsClockMs: number | null;
	/** A conference has no leg of its own and ends as answered. */
	isConference: boolean;
	/** More about a queue that was dialled. */
	extraParams: Record<string, string>;
	record: { channels: 1 | 2; callback: RecordingCallback | null } | null;
}

/** A <Record> after its beep. */
export interface RecordPlan {
	verb: "record";
	action: Action | null;
	recordingSid: string;
	startedAt: number;
	startedClockMs: number;
	/** Network time at which it ends unless something is said: silence or the longest length. */
	endsClockMs: number;
	isUploadedMp3: boolean;
	/** What was said in no time; null while only the clock counts. */
	seconds: number | null;
	transcript: string | null;
	callback: RecordingCallback | null;
	transcribe: { url: string | null } | null;
}

export interface EnqueuePlan {
	verb: "enqueue";
	action: Action | null;
	queueSid: string;
	joinedClockMs: number;
	result: "hangup" | "bridged";
}
