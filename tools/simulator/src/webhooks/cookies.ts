/** Cookies by host: Twilio keeps them during a call like a browser. */
export type CookieJar = Map<string, string>;

/** Takes over what an answer sets; the attributes of cookies do not matter on one machine. */
export function keepCookies(jar: CookieJar, host: string, headers: Headers): void {
	const kept = new Map((jar.get(host)?.split("; ") ?? []).map((pair) => [nameOf(pair), pair]));
	for (const cookie of headers.getSetCookie()) {
		const pair = cookie.split(";")[0] ?? "";
		kept.set(nameOf(pair), pair);
	}
	if (kept.size) jar.set(host, [...kept.values()].join("; "));
}

function nameOf(pair: string): string {
	return pair.split("=")[0] ?? "";
}
