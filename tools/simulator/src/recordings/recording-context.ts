import type { Call } from "../calls/call.ts";
import type { Clock } from "../clock/clock.ts";
import type { Collection } from "../storage/collection.ts";
import type { WebhookContext } from "../webhooks/webhook-context.ts";
import type { Recording } from "./recording.ts";
import type { Transcription } from "./transcription.ts";

export interface RecordingContext extends WebhookContext {
	readonly clock: Clock;
	readonly calls: Collection<Call>;
	readonly recordings: Collection<Recording>;
	readonly transcriptions: Collection<Transcription>;
}
