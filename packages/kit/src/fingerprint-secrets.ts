/** Tells two sets of secrets apart without telling them; null when one is missing. Only for comparison between our Workers. */
export async function fingerprintSecrets(
	secrets: Record<string, string | undefined>,
): Promise<string | null> {
	const values = Object.values(secrets);
	if (values.some((value) => !value)) return null;
	const bytes = new TextEncoder().encode(values.join("\n"));
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
