/** By host. Twilio keeps cookies during a call. */
export type CookieJar = Map<string, string>;

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
