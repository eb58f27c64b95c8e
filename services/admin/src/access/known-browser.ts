import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { ApiEnv } from "../env.ts";
import { hashSecret } from "./secret.ts";
import { cookiePrefix, readAuthSecret } from "./session-cookie.ts";

const peopleMax = 5;
const rememberedSeconds = 365 * 24 * 3600;

/** Id of a browser that this person used before; null otherwise. The signed cookie holds only hashes. */
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
