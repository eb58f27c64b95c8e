import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { ApiEnv } from "../env.ts";
import { hashSecret } from "./secret.ts";
import { cookiePrefix, readAuthSecret } from "./session-cookie.ts";

/** A shared computer remembers this many people, the latest. */
const peopleMax = 5;
const rememberedSeconds = 365 * 24 * 3600;

/**
 * An id of this browser when this person has signed in with it before; null otherwise. The cookie is signed, opens nothing, and names
 * people by hashes. With it their tries are counted apart from everybody else's.
 */
export async function readKnownBrowser(c: Context<ApiEnv>, email: string): Promise<string | null> {
	const cookie = await readCookie(c);
	if (cookie === null) return null;
	const mark = await markOf(cookie.browserId, email);
	return cookie.marks.includes(mark) ? cookie.browserId : null;
}

export async function rememberBrowser(c: Context<ApiEnv>, email: string): Promise<void> {
	const cookie = (await readCookie(c)) ?? { browserId: crypto.randomUUID(), marks: [] };
	const mark = await markOf(cookie.browserId, email);
	const marks = [mark, ...cookie.marks.filter((one) => one !== mark)].slice(0, peopleMax);
	const { name, secure } = cookieOf(c);
	await setSignedCookie(c, name, [cookie.browserId, ...marks].join("~"), readAuthSecret(c.env), {
		path: "/api/auth",
		httpOnly: true,
		sameSite: "Lax",
		secure,
		maxAge: rememberedSeconds,
	});
}

async function readCookie(c: Context<ApiEnv>): Promise<{ browserId: string; marks: string[] } | null> {
	const { name } = cookieOf(c);
	if (!c.req.header("cookie")?.includes(name)) return null;
	const value = await getSignedCookie(c, readAuthSecret(c.env), name);
	if (!value) return null;
	const [browserId = "", ...marks] = value.split("~");
	return { browserId, marks };
}

async function markOf(browserId: string, email: string): Promise<string> {
	return (await hashSecret(`${browserId}\n${email}`)).slice(0, 32);
}

function cookieOf(c: Context<ApiEnv>) {
	const secure = new URL(c.req.url).protocol === "https:";
	return { secure, name: `${secure ? "__Secure-" : ""}${cookiePrefix}.known_browser` };
}
