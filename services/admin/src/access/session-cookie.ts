import type { Context } from "hono";
import { deleteCookie, getSignedCookie } from "hono/cookie";
import type { ApiEnv } from "../env.ts";

export const cookiePrefix = "cloudpbx";

/** The session's token out of the cookie that better-auth signed; null for no cookie and for a forged one. */
export async function readSessionToken(c: Context<ApiEnv>): Promise<string | null> {
	const { name } = cookieOf(c);
	if (!c.req.header("cookie")?.includes(name)) return null;
	return (await getSignedCookie(c, readAuthSecret(c.env), name)) || null;
}

export function clearSessionCookie(c: Context<ApiEnv>): void {
	const { name, secure } = cookieOf(c);
	deleteCookie(c, name, { path: "/", secure, httpOnly: true, sameSite: "Lax" });
}

/** As better-auth names it. */
function cookieOf(c: Context<ApiEnv>) {
	const secure = new URL(c.req.url).protocol === "https:";
	return { secure, name: `${secure ? "__Secure-" : ""}${cookiePrefix}.session_token` };
}

/** Without a secret nobody signs in: better-auth would fall back to one that everybody knows. */
export function readAuthSecret(env: { AUTH_SECRET: string }): string {
	if (typeof env.AUTH_SECRET !== "string" || env.AUTH_SECRET.length < 32) {
		throw new Error("AUTH_SECRET must have 32 characters or more");
	}
	return env.AUTH_SECRET;
}
