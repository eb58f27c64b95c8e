/** Names that lead back here or into a private network, also with a subdomain. */
const privateNames =
	/(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|ip6-localhost|ip6-loopback|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com)$/;

/** Services that resolve a name to the address in it, such as 127.0.0.1.nip.io. */
const namesOfAddresses = /(^|\.)(nip\.io|sslip\.io|xip\.io|traefik\.me|backname\.io)$/;

/** [address, bits] of IPv4 networks that are not public. */
const privateNetworks: readonly (readonly [string, number])[] = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 3],
];

const dottedQuad = /^\d{1,3}(\.\d{1,3}){3}$/;

/** The reason as a sentence; null: none. `URL` normalises decimal, octal and hexadecimal addresses before. */
export function explainReceiver(
	address: string,
	{ isLoopbackAllowed }: { isLoopbackAllowed: boolean },
): string | null {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url === null) return "This is no address: it looks like https://example.com/cloudpbx.";
	if (url.username !== "" || url.password !== "") {
		return "An address with a name or password in it is not taken: deliveries are signed instead.";
	}
	const host = url.hostname.toLowerCase().replace(/\.+$/, "");
	if (isLoopbackAllowed && /^https?:$/.test(url.protocol) && isLoopback(host)) return null;
	if (url.protocol !== "https:") {
		return "The address must begin with https://: over plain http, events could be read on the way.";
	}
	return isPrivate(host)
		? "The address leads into a private network, which events are not sent to. It must be reachable from the internet."
		: null;
}

function isLoopback(host: string): boolean {
	return host === "localhost" || host === "[::1]" || (dottedQuad.test(host) && host.startsWith("127."));
}

function isPrivate(host: string): boolean {
	if (host.startsWith("[")) return !isPublicV6(host.slice(1, -1));
	if (dottedQuad.test(host)) return isPrivateV4(host);
	return !host.includes(".") || privateNames.test(host) || namesOfAddresses.test(host);
}

function isPrivateV4(host: string): boolean {
	const value = toNumber(host);
	return privateNetworks.some(
		([network, bits]) =>
			Math.floor(value / 2 ** (32 - bits)) === Math.floor(toNumber(network) / 2 ** (32 - bits)),
	);
}

function toNumber(dotted: string): number {
	return dotted.split(".").reduce((value, part) => value * 256 + Number(part), 0);
}

/** Global unicast (2000::/3) without wrapped IPv4 (Teredo, 6to4), documentation and test networks. */
function isPublicV6(host: string): boolean {
	const [first = 0, second = 0] = host.split(":").map((part) => Number.parseInt(part || "0", 16));
	if (first < 0x2000 || first > 0x3fff || first === 0x2002 || first === 0x3fff) return false;
	return first !== 0x2001 || (second >= 0x200 && second !== 0xdb8);
}
