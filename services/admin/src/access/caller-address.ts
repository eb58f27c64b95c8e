/** Who asks, by network address; null when it says nothing, as on one's own machine. */
export function callerAddress(request: Request): string | null {
	const address = request.headers.get("cf-connecting-ip");
	if (address === null || address === "::1" || /^(::ffff:)?127\./.test(address)) return null;
	// One household or server has a whole /64 of IPv6.
	return address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;
}
