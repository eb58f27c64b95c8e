import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { voicemails } from "./schema/voicemails.ts";

export type VoicemailRow = typeof voicemails.$inferSelect & { contactName: string | null };

/** The voicemail as the API shows it. */
export function showVoicemail(row: VoicemailRow): Voicemail {
	return {
		id: row.id,
		callId: row.callId,
		extension: row.extension,
		from: row.fromNumber,
		contactName: row.contactName,
		durationSeconds: row.durationSeconds,
		status: row.status,
		failure: row.failure,
		transcript: row.transcript,
		transcriptStatus: row.transcriptStatus,
		transcriptSource: row.transcriptSource,
		listenedAt: row.listenedAt?.toISOString() ?? null,
		listenedBy: row.listenedByName === null ? null : { id: row.listenedById, name: row.listenedByName },
		createdAt: row.createdAt.toISOString(),
	};
}
