const groupsOfAddress = 8;
/** An IPv6 household or server has a whole /64. */
const groupsOfNetwork = 4;

/** Network address of the caller; null on the own machine. */
export function callerAddress(request: Request): string | null {
	const address = request.headers.get("cf-connecting-ip")?.toLowerCase();
	if (!address || address === "::1") return null;
	const [, mapped] = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/) ?? [];
	const ipv4 = mapped ?? address;
	if (ipv4.includes(":")) return networkOf(address);
	return ipv4.startsWith("127.") ? null : ipv4;
}

/** Returns the /64 of an IPv6 address. `::` stands for the missing zero groups (RFC 4291, 2.2). */
function networkOf(address: string): string {
	const [head = "", tail] = address.split("::");
	const before = groupsOf(head);
	const after = groupsOf(tail ?? "");
	const missing = tail === undefined ? 0 : Math.max(0, groupsOfAddress - before.length - after.length);
	const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
	const network = groups.slice(0, groupsOfNetwork).map((group) => group.replace(/^0+(?=.)/, ""));
	return `${network.join(":")}::/64`;
}

function groupsOf(text: string): string[] {
	return text === "" ? [] : text.split(":");
}
