/** Documentation's own domains (RFC 2606): an address that nobody has filled in. */
const placeholders = /^(.+\.)?example\.(com|net|org)$/;

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Why the carrier cannot reach us at `address`, as a sentence that begins with `name`; null when it is a public origin. */
export function explainAddress(name: string, address: string): string | null {
	if (address === "") return `${name} is not set.`;
	if (!URL.canParse(address)) return `${name} is "${address}", which is no address.`;
	const url = new URL(address);
	if (url.protocol !== "https:" && url.protocol !== "http:") return `${name} must begin with https://.`;
	if (placeholders.test(url.hostname)) {
		return `${name} is still the placeholder ${address}: set it to the address of this installation.`;
	}
	if (url.protocol === "http:" && !loopbackHosts.includes(url.hostname)) {
		return `${name} must begin with https://: over plain http, calls and texts could be read on the way.`;
	}
	const isOrigin = url.pathname === "/" && `${url.search}${url.hash}${url.username}` === "";
	return isOrigin ? null : `${name} must be a host alone, such as https://${url.host}.`;
}
