import { type SQL, sql } from "drizzle-orm";

export function selectSecrets(webhookId: string): SQL {
	return sql`SELECT secret, previous_secret, previous_until FROM webhook_secrets WHERE webhook_id = ${webhookId}`;
}

/** Those that sign at this instant, in milliseconds since 1970, from a row of `selectSecrets`. The newest is the first. */
export function currentSecrets(row: Record<string, unknown>, at: number): string[] {
	const isPreviousValid = row.previous_secret !== null && Number(row.previous_until) > at;
	return [String(row.secret), ...(isPreviousValid ? [String(row.previous_secret)] : [])];
}
