import { Hono } from "hono";
import type { Exchange } from "../../context.ts";
import type { Transcription } from "../../recordings/start-transcription.ts";
import type { Filter } from "../../storage/collection.ts";
import { rfc2822 } from "../dates.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound } from "../rest-error.ts";

export function transcriptionRoutes(exchange: Exchange): Hono {
	const account = `/2010-04-01/Accounts/${exchange.account.sid}`;
	const view = (transcription: Transcription) => viewTranscription(exchange, transcription);
	const list = (uri: string, filters: Filter[]) => ({
		key: "transcriptions",
		uri,
		collection: exchange.transcriptions,
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
			return context.json(view(getTranscription(exchange, context.req.param("sid") ?? "")));
		})
		.on("DELETE", ["/Transcriptions/:sid", "/Recordings/:recordingSid/Transcriptions/:sid"], (context) => {
			const { sid } = getTranscription(exchange, context.req.param("sid") ?? "");
			exchange.transcriptions.delete(sid);
			return context.body(null, 204);
		});
}

function getTranscription(exchange: Exchange, sid: string): Transcription {
	const transcription = exchange.transcriptions.find(sid);
	if (!transcription) throw new ResourceNotFound();
	return transcription;
}

function viewTranscription(exchange: Exchange, transcription: Transcription): Record<string, unknown> {
	return {
		sid: transcription.sid,
		account_sid: exchange.account.sid,
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
		uri: `/2010-04-01/Accounts/${exchange.account.sid}/Transcriptions/${transcription.sid}.json`,
	};
}
