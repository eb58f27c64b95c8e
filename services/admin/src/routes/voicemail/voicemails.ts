import { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { refuse } from "@cloudpbx/contracts/errors";
import { Ext } from "@cloudpbx/contracts/extensions/ext";
import { showVoicemail } from "@cloudpbx/db/show-voicemail";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { Flag } from "../../domain/lists/list-field.ts";
import { NumberField } from "../../domain/numbers/number-field.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { deleteVoicemail } from "../../operations/voicemail/delete-voicemail.ts";
import { findVoicemail, listVoicemails } from "../../operations/voicemail/list-voicemails.ts";
import { listenToVoicemail } from "../../operations/voicemail/listen-to-voicemail.ts";
import { markVoicemailUnheard } from "../../operations/voicemail/mark-voicemail-unheard.ts";
import { unwrap } from "../../refusal-error.ts";
import { fileAnswers, respondWithStoredFile } from "../files/respond-with-file.ts";
import { FileListQuery, fileListAnswer, respondWithList } from "../lists/respond-with-list.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["Voicemail"];
const columns = [
	"id",
	"callId",
	"extension",
	"from",
	"durationSeconds",
	"status",
	"transcript",
	"transcriptStatus",
	"transcriptSource",
	"listenedAt",
	"listenedBy",
	"createdAt",
	"contactName",
] as const;

const VoicemailsQuery = FileListQuery.extend({
	ext: Ext.optional(),
	heard: Flag.optional().meta({ description: "Whether somebody has listened." }),
	number: NumberField.optional().meta({ description: "Who left it." }),
	callId: IdParam.shape.id.optional(),
});

const notStored = refuse("not_found", "The recording has not arrived yet, or could not be fetched.");
const servedAs = { contentType: "audio/mpeg", disposition: 'inline; filename="voicemail.mp3"' };
const audio = { "audio/mpeg": { schema: z.string().meta({ format: "binary" }) } };

export const voicemails = createApi()
	.openapi(
		guardedRoute("voicemails:read", {
			method: "get",
			path: "/api/voicemails",
			tags,
			summary: "List voicemail",
			description:
				"Newest first. An agent sees that of the own extension and of the groups it is in; each keeps its voicemail when its keys are changed. `extension` holds its keys of today. With several filters, or with `ext`, a page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 20,000 a file; the next part is then in `Link`.",
			request: { query: VoicemailsQuery },
			responses: { 200: fileListAnswer(Voicemail) },
		}),
		async (c) => {
			const { heard: isHeard, ...query } = c.req.valid("query");
			const ctx = contextOf(c);
			const list: ListPage<Voicemail> = (page) =>
				listVoicemails(ctx, { ...query, isHeard }, pageOfQuery(page, "number"));
			return respondWithList(c, list, query, { columns, filename: "voicemails.csv" });
		},
	)
	.openapi(
		guardedRoute("voicemails:read", {
			method: "get",
			path: "/api/voicemails/{id}",
			tags,
			summary: "Get a voicemail",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Voicemail, "The voicemail.") },
		}),
		async (c) => {
			const row = unwrap(await findVoicemail(contextOf(c), c.req.valid("param").id));
			return c.json(showVoicemail(row), 200);
		},
	)
	.openapi(
		guardedRoute("voicemails:read", {
			method: "get",
			path: "/api/voicemails/{id}/audio",
			tags,
			summary: "Hear a voicemail",
			description: "MP3, in whole or in part: `Range`, `If-Range` and `If-None-Match` are understood.",
			request: { params: IdParam },
			responses: fileAnswers("sound", audio),
		}),
		async (c) => {
			const row = unwrap(await findVoicemail(contextOf(c), c.req.valid("param").id));
			if (row.audioKey === null) return unwrap(notStored);
			const stored = { bucket: c.env.VOICEMAIL_AUDIO, key: row.audioKey };
			return respondWithStoredFile(c, stored, servedAs, notStored);
		},
	)
	.openapi(
		guardedRoute("voicemails:write", {
			method: "post",
			path: "/api/voicemails/{id}/listen",
			tags,
			summary: "Mark a voicemail as heard",
			description: "The first time stays.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Voicemail, "With `listenedAt` and `listenedBy`.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const heard = await listenToVoicemail(contextOf(c), id);
			return c.json(unwrap(heard), 200);
		},
	)
	.openapi(
		guardedRoute("voicemails:write", {
			method: "delete",
			path: "/api/voicemails/{id}/listen",
			tags,
			summary: "Mark a voicemail as unheard",
			description: "For everybody who can hear it.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Voicemail, "Without `listenedAt` and `listenedBy`.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(unwrap(await markVoicemailUnheard(contextOf(c), id)), 200);
		},
	)
	.openapi(
		guardedRoute("voicemails:write", {
			method: "delete",
			path: "/api/voicemails/{id}",
			tags,
			summary: "Delete a voicemail",
			description: "The recording and the transcript are deleted, here and at the carrier.",
			request: { params: IdParam },
			responses: { 204: { description: "Gone." } },
		}),
		async (c) => {
			unwrap(await deleteVoicemail(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	);
