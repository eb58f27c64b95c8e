import { ChangePassword, Me, SignIn } from "@cloudpbx/contracts/api/people";
import type { Context } from "hono";
import * as z from "zod";
import { callerAddress } from "../../access/caller-address.ts";
import { createAuth } from "../../access/create-auth.ts";
import { readKnownBrowser, rememberBrowser } from "../../access/known-browser.ts";
import { clearSessionCookie } from "../../access/session-cookie.ts";
import { createApi, guardedRoute, jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import type { Principal } from "../../domain/people/principal.ts";
import type { ApiEnv } from "../../env.ts";
import { changePassword } from "../../operations/sign-in/change-password.ts";
import { endSessions, recordSignOut } from "../../operations/sign-in/end-sessions.ts";
import { signIn } from "../../operations/sign-in/sign-in.ts";
import { contextOf, publicContextOf, unwrapCounted } from "../request.ts";

const tags = ["Sign-in"];
const SignedIn = z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.string() }) });
const done = { 204: { description: "Done." } };

export const auth = createApi()
	.openapi(
		publicRoute({
			method: "post",
			path: "/api/auth/sign-in/email",
			tags,
			summary: "Sign in",
			description: "Sets the session's cookie. After ten wrong tries within 15 minutes: 429.",
			request: { body: jsonBody(SignIn) },
			responses: { 200: jsonAnswer(SignedIn, "Signed in; `Set-Cookie` holds the session.") },
		}),
		async (c) => {
			const input = c.req.valid("json");
			const answer = await signIn(publicContextOf(c), createAuth(c.env, new URL(c.req.url).origin), input, {
				headers: c.req.raw.headers,
				address: callerAddress(c.req.raw),
				knownBrowser: await readKnownBrowser(c, input.email),
			});
			const { cookies, user } = unwrapCounted(answer);
			for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
			await rememberBrowser(c, user.email);
			return c.json({ user }, 200);
		},
	)
	.openapi(
		guardedRoute("person", {
			method: "post",
			path: "/api/auth/sign-out",
			tags,
			summary: "Sign out of this browser",
			responses: done,
		}),
		async (c) => {
			const origin = new URL(c.req.url).origin;
			const { headers } = await createAuth(c.env, origin).api.signOut({
				headers: c.req.raw.headers,
				returnHeaders: true,
			});
			for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
			await recordSignOut(contextOf(c));
			return c.body(null, 204);
		},
	)
	.openapi(
		guardedRoute("person", {
			method: "post",
			path: "/api/auth/sign-out-everywhere",
			tags,
			summary: "Sign out of every browser",
			responses: done,
		}),
		async (c) => {
			await endSessions(contextOf(c), c.get("principal").id);
			clearSessionCookie(c);
			return c.body(null, 204);
		},
	)
	.openapi(
		guardedRoute("person", {
			method: "post",
			path: "/api/auth/change-password",
			tags,
			summary: "Change the own password",
			description:
				"Ends every other session of the same person. Wrong current passwords count as failed sign-ins.",
			request: { body: jsonBody(ChangePassword) },
			responses: done,
		}),
		async (c) => {
			unwrapCounted(await changePassword(contextOf(c), c.req.valid("json")));
			return c.body(null, 204);
		},
	)
	.openapi(
		guardedRoute("anyone", {
			method: "get",
			path: "/api/me",
			tags,
			summary: "Who is asking, and what they may do",
			responses: { 200: jsonAnswer(Me, "The person or key whose credentials were sent.") },
		}),
		(c) => c.json(toMe(c), 200),
	);

function toMe(c: Context<ApiEnv>): Me {
	const { kind, id, name, email, role, extension, scopes }: Principal = c.get("principal");
	return { kind, id, name, email, role, extension, scopes: [...scopes] };
}
