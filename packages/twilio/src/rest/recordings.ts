import * as z from "zod";
import { deleteFromAccount, readPages } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult, toDeletionResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

const RecordingResource = z
	.object({
		sid: z.string().regex(/^RE[0-9a-f]{32}$/i),
		call_sid: z.string(),
		status: z.string(),
		duration: z.coerce.number().nullish(),
		date_created: z.string().transform((text) => new Date(text)),
	})
	.transform((recording) => ({
		recordingSid: recording.sid,
		callSid: recording.call_sid,
		isCompleted: recording.status === "completed",
		/** Twilio gives -1 for an unknown duration. */
		durationSeconds: Math.max(0, Math.trunc(recording.duration ?? 0)),
		createdAt: recording.date_created,
	}));
export type ListedRecording = z.infer<typeof RecordingResource>;

const RecordingPage = z.object({
	recordings: z.array(RecordingResource),
	next_page_uri: z.string().nullish(),
});

const pageSizeMax = 1000;
const pagesMax = 50;

/** Recordings made at `since` or later, newest first. */
export function listRecordings(
	carrier: Carrier,
	{ since }: { since: Date },
): Promise<CarrierResult<ListedRecording[]>> {
	return toCarrierResult(async () => {
		// The comparison is part of the parameter's name (twilio.com/docs/voice/api/recording).
		const query = { "DateCreated>": since.toISOString(), PageSize: pageSizeMax };
		const pages = readPages(carrier, { path: "/Recordings.json", query, pagesMax }, RecordingPage);
		const recordings: ListedRecording[] = [];
		for await (const page of pages) recordings.push(...page.recordings);
		return recordings.filter((recording) => recording.createdAt >= since);
	});
}

/** Deletes audio and recording for good. A missing one counts as deleted. */
export function deleteRecording(carrier: Carrier, recordingSid: string): Promise<CarrierResult<null>> {
	return toDeletionResult(() => deleteFromAccount(carrier, `/Recordings/${recordingSid}.json`));
}
