export interface Transcription {
	sid: string;
	recordingSid: string;
	callSid: string;
	status: "in-progress" | "completed" | "failed";
	text: string;
	durationSeconds: number;
	createdAt: number;
	updatedAt: number;
	callbackUrl: string | null;
}
