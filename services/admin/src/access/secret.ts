/** 256 random bits with a prefix that secret scanners recognise. */
export function makeSecret(prefix: string): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	const text = btoa(String.fromCharCode(...bytes));
	return prefix + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** SHA-256 in lower-case hexadecimal, as keys, links and set-up codes are stored. */
export async function hashSecret(secret: string): Promise<string> {
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
	return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function makeId(prefix: "usr" | "acc" | "ses" | "inv" | "rst" | "key" | "aud" | "con"): string {
	return `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`;
}
