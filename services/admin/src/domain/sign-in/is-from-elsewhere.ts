const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export interface OriginFacts {
	method: string;
	/** The origin that the request was sent to. */
	ownOrigin: string;
	/** Headers, as a browser sets them; scripts of other sites cannot. */
	origin: string | undefined;
	fetchSite: string | undefined;
}

/**
 * Whether another site may have made a browser send this. Every browser names itself in `Origin` when it changes
 * something; programs that name neither header carry no cookies of an unsuspecting person.
 */
export function isFromElsewhere({ method, ownOrigin, origin, fetchSite }: OriginFacts): boolean {
	if (safeMethods.has(method)) return false;
	if (origin !== undefined) return origin !== ownOrigin;
	return fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none";
}
