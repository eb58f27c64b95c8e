/** No hash protects four to eight digits for long; the limit of tries does (docs/decisions/0038-greeting-by-telephone.md). */
const iterations = 20_000;
const saltBytes = 16;

/** `pbkdf2$iterations$salt$hash`: the cost travels with the hash, so that it can be raised later. */
export async function hashPin(pin: string): Promise<string> {
	const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
	return ["pbkdf2", iterations, toHex(salt), toHex(await derive(pin, salt, iterations))].join("$");
}

export async function isPin(pin: string, stored: string): Promise<boolean> {
	const [name, count, salt = "", hash = ""] = stored.split("$");
	if (name !== "pbkdf2") return false;
	const found = toHex(await derive(pin, fromHex(salt), Number(count)));
	return crypto.subtle.timingSafeEqual(
		encode(found),
		encode(hash.padEnd(found.length).slice(0, found.length)),
	);
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, count: number): Promise<Uint8Array> {
	const key = await crypto.subtle.importKey("raw", encode(pin), "PBKDF2", false, ["deriveBits"]);
	const setting = { name: "PBKDF2", hash: "SHA-256", salt, iterations: count };
	return new Uint8Array(await crypto.subtle.deriveBits(setting, key, 256));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(new TextEncoder().encode(text));
}

function toHex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
