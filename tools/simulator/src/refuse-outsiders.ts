const loopbackName = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;
const readingMethods = ["GET", "HEAD", "OPTIONS"];

/** Refuses a name that leads here from outside (DNS rebinding) and requests of other sites' pages (`Origin`). */
export function refuseOutsiders(request: Request): string | null {
	const { hostname, origin } = new URL(request.url);
	if (!loopbackName.test(hostname)) return "the simulated network answers at localhost only";
	const sender = request.headers.get("origin");
	if (readingMethods.includes(request.method)) {
		// A link may lead here from anywhere; a script of another site may not.
		return sender === null || sender === origin ? null : "another site must not read the simulated network";
	}
	const site = request.headers.get("sec-fetch-site");
	const isOwn =
		sender === null ? site === null || site === "same-origin" || site === "none" : sender === origin;
	return isOwn ? null : "another site must not change the simulated network";
}
