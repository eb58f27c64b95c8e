const placeholders = /^(.+\.)?example\.(com|net|org)$/;

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

const anyAddress = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i;
const hostAndPort = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Returns why the carrier cannot reach `address`, a sentence that begins with `name`; null for a public origin. */
export function explainAddress(name: string, address: string): string | null {
	if (address === "") return `${name} is not set.`;
	const [, scheme = "", authority = "", rest = ""] = anyAddress.exec(address) ?? [];
	if (scheme === "") return `${name} is "${address}", which is no address.`;
	if (!/^https?$/i.test(scheme)) return `${name} must begin with https://.`;
	const host = hostAndPort.exec(authority)?.[1]?.toLowerCase();
	if (host === undefined) return `${name} must be a host alone, without a name or password before it.`;
	if (placeholders.test(host)) {
		return `${name} is still the placeholder ${address}: set it to the address of this installation.`;
	}
	if (scheme.toLowerCase() === "http" && !loopbackHosts.includes(host)) {
		return `${name} must begin with https://: over plain http, calls and texts could be read on the way.`;
	}
	return rest === "" || rest === "/" ? null : `${name} must be a host alone, such as https://${authority}.`;
}
