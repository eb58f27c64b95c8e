/**
 * X-Twilio-Signature: the URL, then name and value of each parameter in byte order of the names, HMAC-SHA1 with the
 * auth token (https://www.twilio.com/docs/usage/security). A repeated name counts once per distinct value, sorted,
 * as in the SDKs.
 */
export async function signRequest(
	authToken: string,
	url: string,
	params: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
	const names = Object.keys(params).sort(compareBytes);
	const signed = url + names.map((name) => signedValues(name, params[name] ?? "")).join("");
	const encoder = new TextEncoder();
	const algorithm = { name: "HMAC", hash: "SHA-1" };
	const key = await crypto.subtle.importKey("raw", encoder.encode(authToken), algorithm, false, ["sign"]);
	const digest = await crypto.subtle.sign("HMAC", key, encoder.encode(signed));
	return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function signedValues(name: string, value: string | readonly string[]): string {
	if (typeof value === "string") return name + value;
	return [...new Set(value)]
		.sort(compareBytes)
		.map((one) => name + one)
		.join("");
}

function compareBytes(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
