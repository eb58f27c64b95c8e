import type { TypedResponse } from "hono";
import * as z from "zod";
import { forbidWithout, refuseEveryOtherSite } from "../access/guard.ts";
import { createApi, guardedRoute } from "../api.ts";
import { scopeOfTopic, topicsOf } from "../domain/live-topics.ts";
import { RefusalError } from "../refusal-error.ts";

/**
 * Then the browser comes back and shows its credentials again: so long somebody who signed out elsewhere, or lost a role,
 * may still hear that something changed (never what).
 */
const listenMilliseconds = 5 * 60_000;

const LiveQuery = z.object({
	after: z
		.string()
		.regex(/^\d{1,15}$/, "The last `seq` that was received.")
		.optional(),
});

export const live = createApi().openapi(
	guardedRoute("anyone", {
		method: "get",
		path: "/api/live",
		tags: ["System"],
		summary: "Hear what changes",
		description:
			"A WebSocket of frames `{ seq, kind, … }` that name what to read again: `message`, `conversation`, `call`, `voicemail`, `campaign`, as far as one may read them. After a break connect again with `after`, the last `seq`: what was missed comes first, then `hello`; `reset` means to read everything again. The socket closes with 4001 when its credentials end, five minutes later at most: connect again.",
		request: { query: LiveQuery },
		responses: { 101: { description: "From here on a WebSocket." } },
	}),
	async (c) => {
		refuseEveryOtherSite(c);
		const principal = c.get("principal");
		const topics = topicsOf(principal.scopes);
		if (topics.length === 0) throw forbidWithout(principal, Object.values(scopeOfTopic));
		if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
			throw new RefusalError(
				{ code: "bad_input", message: "Open this address as a WebSocket." },
				{ status: 426, headers: { upgrade: "websocket" } },
			);
		}
		const until = Math.min(Date.now() + listenMilliseconds, principal.expiresAt?.getTime() ?? Infinity);
		const { after } = c.req.valid("query");
		const search = new URLSearchParams({ topics: topics.join(","), until: String(until) });
		if (after !== undefined) search.set("after", after);
		const feed = await c.env.MESSAGING.fetch(`https://messaging/live?${search}`, {
			headers: { upgrade: "websocket" },
		});
		if (!feed.webSocket) {
			throw new RefusalError({ code: "upstream_unavailable", message: "Live updates are not to be had." });
		}
		// Headers of an answer that came from elsewhere cannot be set, and every answer gets some.
		const upgraded = new Response(null, { status: 101, webSocket: feed.webSocket });
		return upgraded as Response & TypedResponse<null, 101, "body">;
	},
);
