import * as z from "zod";
import { transcriptSources, transcriptStatuses, voicemailStatuses } from "../calls/voicemails.ts";
import { instant } from "../instant.ts";
import { contactName } from "../texts/messages.ts";

/** The audio is at `/api/voicemails/{id}/audio` once `status` is `stored`. */
export const Voicemail = z
	.object({
		id: z.string(),
		callId: z.string(),
		extension: z.string().nullable().meta({ description: "Null when it was left for the company." }),
		from: z.string().nullable(),
		contactName,
		durationSeconds: z.int().nullable(),
		status: z.enum(voicemailStatuses),
		failure: z.string().nullable().meta({ description: "Why its sound could not be fetched." }),
		transcript: z.string().nullable(),
		transcriptStatus: z.enum(transcriptStatuses),
		transcriptSource: z.enum(transcriptSources).nullable(),
		listenedAt: instant.nullable(),
		listenedBy: z.object({ id: z.string().nullable(), name: z.string() }).nullable().meta({
			description: "Who listened first, under the name of then. Null when nobody did, or it is not known.",
		}),
		createdAt: instant,
	})
	.meta({ id: "Voicemail" });
export type Voicemail = z.infer<typeof Voicemail>;
