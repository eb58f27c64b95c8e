import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { type Recording, recordingUrl } from "../../recordings/recording.ts";
import type { Filter } from "../../storage/collection.ts";
import { dateFilters, rfc2822 } from "../dates.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound } from "../rest-error.ts";

export function recordingRoutes(ctx: NetworkContext): Hono {
	const account = `/2010-04-01/Accounts/${ctx.account.sid}`;
	const list = (uri: string, filters: Filter[]) => ({
		key: "recordings",
		uri,
		collection: ctx.recordings,
		filters,
	});
	const view = (recording: Recording) => toRecordingResource(ctx, recording);
	return new Hono()
		.get("/Recordings", (context) => {
			const query = new URL(context.req.url).searchParams;
			const filters = [
				...callFilter(query.get("CallSid")),
				...dateFilters(query, "DateCreated", "createdAt"),
			];
			return listPage(context, list(`${account}/Recordings.json`, filters), view);
		})
		.get("/Calls/:callSid/Recordings", (context) => {
			const callSid = context.req.param("callSid");
			const query = new URL(context.req.url).searchParams;
			const filters = [...callFilter(callSid), ...dateFilters(query, "DateCreated", "createdAt")];
			return listPage(context, list(`${account}/Calls/${callSid}/Recordings.json`, filters), view);
		})
		.get("/Recordings/:sid", (context) => {
			const recording = ctx.recordings.find(context.req.param("sid"));
			if (!recording) throw new ResourceNotFound();
			return context.json(view(recording));
		})
		.delete("/Recordings/:sid", (context) => {
			const sid = context.req.param("sid");
			if (!ctx.recordings.delete(sid)) throw new ResourceNotFound();
			ctx.sql.exec("DELETE FROM recording_audio WHERE recording_sid = ?", sid);
			return context.body(null, 204);
		});
}

function callFilter(callSid: string | null): Filter[] {
	return callSid ? [["doc ->> 'callSid' = ?", callSid]] : [];
}

function toRecordingResource(ctx: NetworkContext, recording: Recording): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}/Recordings/${recording.sid}`;
	return {
		sid: recording.sid,
		account_sid: ctx.account.sid,
		call_sid: recording.callSid,
		conference_sid: null,
		api_version: "2010-04-01",
		status: recording.status,
		source: recording.source,
		channels: recording.channels,
		duration: String(recording.durationSeconds),
		start_time: rfc2822(recording.createdAt),
		date_created: rfc2822(recording.createdAt),
		date_updated: rfc2822(recording.updatedAt),
		price: null,
		price_unit: "USD",
		error_code: null,
		encryption_details: null,
		media_url: recordingUrl(ctx, recording.sid),
		uri: `${uri}.json`,
		subresource_uris: {
			add_on_results: `${uri}/AddOnResults.json`,
			transcriptions: `${uri}/Transcriptions.json`,
		},
	};
}
