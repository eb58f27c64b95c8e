/** A fingerprint for comparing the secrets of two Workers; null when one is missing. */
export async function fingerprintSecrets(
	secrets: Record<string, string | undefined>,
): Promise<string | null> {
	if (listMissingSecrets(secrets).length > 0) return null;
	const bytes = new TextEncoder().encode(Object.values(secrets).join("\n"));
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Returns the names of the missing secrets. */
export function listMissingSecrets(secrets: Record<string, string | undefined>): string[] {
	return Object.entries(secrets).flatMap(([name, value]) => (value ? [] : [name]));
}
