/** Only own pages are allowed, whatever the address says. */
export function nextPage(query: URLSearchParams): string {
	const next = query.get("next") ?? "/";
	try {
		const url = new URL(next, location.origin);
		const isOurs = next.startsWith("/") && url.origin === location.origin;
		return isOurs ? `${url.pathname}${url.search}` : "/";
	} catch {
		return "/";
	}
}
