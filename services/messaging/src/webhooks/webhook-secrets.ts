import { type SQL, sql } from "drizzle-orm";

/** The format of standardwebhooks.com: this prefix, then base64 of 24 to 64 bytes. */
export const secretPrefix = "whsec_";
const secretBytes = 32;

export function newSecret(): string {
	return secretPrefix + toBase64(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

export function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

export function selectSecrets(webhookId: string): SQL {
	return sql`SELECT secret, previous_secret, previous_until FROM webhook_secrets WHERE webhook_id = ${webhookId}`;
}

/** Secrets that sign at `at` (milliseconds since 1970), newest first, from a row of `selectSecrets`. */
export function currentSecrets(row: Record<string, unknown>, at: number): string[] {
	const isPreviousValid = row.previous_secret !== null && Number(row.previous_until) > at;
	return [String(row.secret), ...(isPreviousValid ? [String(row.previous_secret)] : [])];
}
