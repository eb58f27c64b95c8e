/** Without credentials and fragment; https without its port, http with it. */
export function signedUrl(url: string): string {
	const match = /^(https?):\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)(:\d+)?([^#]*)/i.exec(url);
	if (!match) return url;
	const [, scheme = "", host = "", port = "", rest = ""] = match;
	return `${scheme}://${host}${scheme.toLowerCase() === "https" ? "" : port}${rest}`;
}

export function isLoopback(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { hostname, protocol } = new URL(url);
	if (protocol !== "http:" && protocol !== "https:") return false;
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

export function withoutFragment(url: string): string {
	return url.split("#")[0] ?? url;
}

export function withQuery(url: string, params: Readonly<Record<string, string>>): string {
	const query = Object.entries(params)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join("&");
	const base = withoutFragment(url);
	if (!query) return base;
	return base + (base.includes("?") ? "&" : "?") + query;
}

export function withSortedQuery(url: string): string {
	const [base = "", query] = url.split("?");
	return query ? `${base}?${query.split("&").sort().join("&")}` : url;
}

export function splitCredentials(url: string): { credentials: string | null; bare: string } {
	const match = /^(https?:\/\/)([^@/?#]*)@(.*)$/i.exec(url);
	if (!match) return { credentials: null, bare: url };
	const [, scheme = "", credentials = "", rest = ""] = match;
	return { credentials: decodeURIComponent(credentials), bare: scheme + rest };
}

export function pathOf(url: string): string {
	return /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || "/";
}
