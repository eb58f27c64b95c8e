const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export interface OriginFacts {
	method: string;
	ownOrigin: string;
	/** Headers set by the browser; scripts of other sites cannot set them. */
	origin: string | undefined;
	fetchSite: string | undefined;
}

/** Browsers send `Origin` with every change; other programs carry no cookies. */
export function isFromElsewhere({ method, ownOrigin, origin, fetchSite }: OriginFacts): boolean {
	if (safeMethods.has(method)) return false;
	if (origin !== undefined) return origin !== ownOrigin;
	return fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none";
}
