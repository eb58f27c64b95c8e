import type { RecordingCallback } from "../recordings/recording.ts";
import type { HttpMethod } from "../webhooks/request.ts";

export interface Action {
	url: string;
	method: HttpMethod;
}

/** The application is owed this if the call ends while a verb runs. Data, to be carried out after a restart too. */
export type HangupPlan = RecordPlan | DialPlan | EnqueuePlan;

export interface DialPlan {
	verb: "dial";
	action: Action | null;
	/** The answered leg, else the first one. Null without legs. */
	legSid: string | null;
	bridgedClockMs: number | null;
	/** End by the timeLimit. Null until the two talk. */
	endsClockMs: number | null;
	isConference: boolean;
	extraParams: Record<string, string>;
	record: { channels: 1 | 2; callback: RecordingCallback | null } | null;
}

export interface RecordPlan {
	verb: "record";
	action: Action | null;
	recordingSid: string;
	startedAt: number;
	startedClockMs: number;
	endsClockMs: number;
	isUploadedMp3: boolean;
	/** Length of the speech that took no time. Null when there is none: then the clock gives the length. */
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
