import { createMiddleware } from "hono/factory";
import type { NetworkContext } from "../context.ts";
import { readOptions } from "../options.ts";

export function setDateHeader(ctx: NetworkContext) {
	return createMiddleware(async (context, next) => {
		await next();
		const { dateAheadSeconds } = readOptions(ctx.sql);
		context.res.headers.set("date", new Date(Date.now() + dateAheadSeconds * 1000).toUTCString());
	});
}
