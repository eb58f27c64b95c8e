import { type Context, Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { deleteMedia, readBytes } from "../../messages/media.ts";
import type { Media } from "../../messages/message.ts";
import { dateFilters, rfc2822 } from "../dates.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound } from "../rest-error.ts";
import { getMessage } from "./get-message.ts";

export function messageMediaRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.get("/Messages/:messageSid/Media", (context) => {
			const { sid } = getMessage(ctx, context.req.param("messageSid"));
			const list = {
				key: "media_list",
				uri: `/2010-04-01/Accounts/${ctx.account.sid}/Messages/${sid}/Media.json`,
				collection: ctx.media,
				filters: [
					["doc ->> 'messageSid' = ?", sid] as const,
					...dateFilters(new URL(context.req.url).searchParams, "DateCreated", "createdAt"),
				],
			};
			return listPage(context, list, (media) => toMediaResource(ctx, media));
		})
		.get("/Messages/:messageSid/Media/:sid", (context) =>
			context.json(toMediaResource(ctx, getMedia(ctx, context))),
		)
		.delete("/Messages/:messageSid/Media/:sid", (context) => {
			deleteMedia(ctx, getMedia(ctx, context));
			return context.body(null, 204);
		})
		.get("/MessageMedia/:sid", (context) => {
			const media = ctx.media.find(context.req.param("sid"));
			if (!media) throw new ResourceNotFound();
			const bytes = readBytes(ctx, media.sid);
			const headers = { "content-type": media.contentType, "content-length": String(bytes.length) };
			return new Response(bytes, { headers });
		});
}

function getMedia(ctx: NetworkContext, context: Context): Media {
	const sid = context.req.param("sid") ?? "";
	const media = ctx.media.find(sid);
	if (!media || media.messageSid !== context.req.param("messageSid")) throw new ResourceNotFound();
	return media;
}

function toMediaResource(ctx: NetworkContext, media: Media): Record<string, unknown> {
	const created = rfc2822(media.createdAt);
	return {
		sid: media.sid,
		account_sid: ctx.account.sid,
		parent_sid: media.messageSid,
		content_type: media.contentType,
		date_created: created,
		date_updated: created,
		uri: `/2010-04-01/Accounts/${ctx.account.sid}/Messages/${media.messageSid}/Media/${media.sid}.json`,
	};
}
