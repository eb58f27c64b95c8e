import { type LiveListener, liveListenerHeader } from "@cloudpbx/contracts/news/live";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context, TypedResponse } from "hono";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { forbidWithout, refuseEveryOtherSite } from "../../access/guard.ts";
import { accessTokenEnd } from "../../access/verify-access-token.ts";
import { createApi, guardedRoute } from "../../api.ts";
import { scopeOfTopic } from "../../domain/news/live-topics.ts";
import type { ApiEnv } from "../../env.ts";
import { introduceListener } from "../../operations/news/introduce-listener.ts";
import { RefusalError } from "../../refusal-error.ts";

const LiveQuery = z.object({
	after: z
		.string()
		.regex(/^\d{1,15}$/, "The last `seq` that was received.")
		.optional(),
});

const description = `A WebSocket of frames \`{ seq, kind, … }\` that name what to read again, as far as one may read it:
\`message\` and \`conversation\` (messages:read), \`call\` (calls:read), \`voicemail\` (voicemails:read; an agent hears of the own
extension's, and of its groups'), \`campaign\` (campaigns:read, every two seconds at most), \`extension\` (extensions:read), \`number\` (numbers:read).
After a break connect again with \`after\`, the last \`seq\`: what was missed comes first, then \`hello\`; \`reset\` means: reload everything.
A person who may read texts can say where they are: \`{ "kind": "viewing" | "writing" | "away", "conversationId": "conv_…" }\`. The others
get \`{ kind: "presence", conversationId, person: { id, name }, state }\`, without a number.
The socket is closed with 4001 within a minute after its credentials end or give something else than before: connect again.`;

export const live = createApi().openapi(
	guardedRoute("anyone", {
		method: "get",
		path: "/api/live",
		tags: ["System"],
		summary: "Hear what changes",
		description,
		request: { query: LiveQuery },
		responses: { 101: { description: "The connection is a WebSocket now." } },
	}),
	async (c) => {
		refuseEveryOtherSite(c);
		const principal = c.get("principal");
		const listener = introduceListener(principal);
		if (listener.topics.length === 0) throw forbidWithout(principal, Object.values(scopeOfTopic));
		if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
			throw new RefusalError(
				{ code: "bad_input", message: "Open this address as a WebSocket." },
				{ status: 426, headers: { upgrade: "websocket" } },
			);
		}
		const { after } = c.req.valid("query");
		const webSocket = await openFeed(c, { ...listener, until: endOf(c, listener) }, after);
		// Headers of a foreign response cannot be changed, and every answer gets some.
		const upgraded = new Response(null, { status: 101, webSocket });
		return upgraded as Response & TypedResponse<null, 101, "body">;
	},
);

/** Single sign-on has no session; its token has an end. */
function endOf(c: Context<ApiEnv>, { credential, until }: LiveListener): number | null {
	const token = c.req.header("cf-access-jwt-assertion");
	return credential.kind === "person" && token !== undefined ? accessTokenEnd(token) : until;
}

async function openFeed(
	c: Context<ApiEnv>,
	listener: LiveListener,
	after: string | undefined,
): Promise<WebSocket> {
	const search = after === undefined ? "" : `?after=${after}`;
	const feed = await c.env.MESSAGING.fetch(`https://messaging/live${search}`, {
		headers: {
			upgrade: "websocket",
			[liveListenerHeader]: encodeURIComponent(JSON.stringify(listener)),
		},
	});
	if (feed.webSocket) return feed.webSocket;
	await feed.body?.cancel();
	throw new RefusalError({ code: "upstream_unavailable", message: "Live updates are not available." });
}

/** Routes that end or change credentials. */
export const credentialRoutes = [
	"/api/auth/sign-out",
	"/api/auth/sign-out-everywhere",
	"/api/auth/change-password",
	"/api/auth/reset-password",
	"/api/me/sessions/:id",
	"/api/keys/:id",
	"/api/users/:id",
	// Members of a group hear its voicemail.
	"/api/extensions/:id",
];

/** Closes affected sockets at once. Never fails: the feed checks by itself within a minute. */
export const recheckSockets = createMiddleware<ApiEnv>(async (c, next) => {
	await next();
	if (c.req.method === "GET" || !c.res.ok) return;
	const checked = (async () => c.env.MESSAGING.recheckLive())();
	c.executionCtx.waitUntil(
		checked.catch((error: unknown) => log.warn("live_not_rechecked", { reason: describeError(error) })),
	);
});
