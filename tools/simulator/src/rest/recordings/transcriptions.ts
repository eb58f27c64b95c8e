import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import type { Transcription } from "../../recordings/transcription.ts";
import type { Filter } from "../../storage/collection.ts";
import { rfc2822 } from "../dates.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound } from "../rest-error.ts";

export function transcriptionRoutes(ctx: NetworkContext): Hono {
	const account = `/2010-04-01/Accounts/${ctx.account.sid}`;
	const view = (transcription: Transcription) => toTranscriptionResource(ctx, transcription);
	const list = (uri: string, filters: Filter[]) => ({
		key: "transcriptions",
		uri,
		collection: ctx.transcriptions,
		filters,
	});
	return new Hono()
		.get("/Transcriptions", (context) => listPage(context, list(`${account}/Transcriptions.json`, []), view))
		.get("/Recordings/:recordingSid/Transcriptions", (context) => {
			const recordingSid = context.req.param("recordingSid");
			const uri = `${account}/Recordings/${recordingSid}/Transcriptions.json`;
			return listPage(context, list(uri, [["doc ->> 'recordingSid' = ?", recordingSid]]), view);
		})
		.on("GET", ["/Transcriptions/:sid", "/Recordings/:recordingSid/Transcriptions/:sid"], (context) => {
			return context.json(view(getTranscription(ctx, context.req.param("sid") ?? "")));
		})
		.on("DELETE", ["/Transcriptions/:sid", "/Recordings/:recordingSid/Transcriptions/:sid"], (context) => {
			const { sid } = getTranscription(ctx, context.req.param("sid") ?? "");
			ctx.transcriptions.delete(sid);
			return context.body(null, 204);
		});
}

function getTranscription(ctx: NetworkContext, sid: string): Transcription {
	const transcription = ctx.transcriptions.find(sid);
	if (!transcription) throw new ResourceNotFound();
	return transcription;
}

function toTranscriptionResource(ctx: NetworkContext, transcription: Transcription): Record<string, unknown> {
	return {
		sid: transcription.sid,
		account_sid: ctx.account.sid,
		recording_sid: transcription.recordingSid,
		api_version: "2010-04-01",
		status: transcription.status,
		transcription_text: transcription.text || null,
		type: "fast",
		duration: String(transcription.durationSeconds),
		date_created: rfc2822(transcription.createdAt),
		date_updated: rfc2822(transcription.updatedAt),
		price: null,
		price_unit: "USD",
		uri: `/2010-04-01/Accounts/${ctx.account.sid}/Transcriptions/${transcription.sid}.json`,
	};
}
