import type { Context } from "hono";
import { deleteCookie, getSignedCookie } from "hono/cookie";
import type { ApiEnv } from "../env.ts";

export const cookiePrefix = "cloudpbx";

/** Session token from better-auth's signed cookie; null without a cookie or with a forged one. */
export async function readSessionToken(c: Context<ApiEnv>): Promise<string | null> {
	const { name } = cookieOf(c);
	if (!c.req.header("cookie")?.includes(name)) return null;
	return (await getSignedCookie(c, readAuthSecret(c.env), name)) || null;
}

export function clearSessionCookie(c: Context<ApiEnv>): void {
	const { name, secure } = cookieOf(c);
	deleteCookie(c, name, { path: "/", secure, httpOnly: true, sameSite: "Lax" });
}

function cookieOf(c: Context<ApiEnv>) {
	const secure = new URL(c.req.url).protocol === "https:";
	return { secure, name: `${secure ? "__Secure-" : ""}${cookiePrefix}.session_token` };
}

/** Throws without a secret: better-auth would fall back to a public one. */
export function readAuthSecret(env: { AUTH_SECRET: string }): string {
	if (typeof env.AUTH_SECRET !== "string" || env.AUTH_SECRET.length < 32) {
		throw new Error("AUTH_SECRET must have 32 characters or more");
	}
	return env.AUTH_SECRET;
}
