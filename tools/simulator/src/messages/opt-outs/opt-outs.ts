import type { StorageContext } from "../../storage/storage-context.ts";

export function isOptedOut(ctx: StorageContext, sender: string, recipient: string): boolean {
	return (
		ctx.sql.exec("SELECT 1 FROM opt_outs WHERE sender = ? AND recipient = ?", sender, recipient).toArray()
			.length > 0
	);
}

/** False when it was there before. */
export function optOut(ctx: StorageContext, sender: string, recipient: string): boolean {
	const { rowsWritten } = ctx.sql.exec(
		"INSERT INTO opt_outs (sender, recipient) VALUES (?, ?) ON CONFLICT DO NOTHING",
		sender,
		recipient,
	);
	return rowsWritten > 0;
}

/** False when there was none. */
export function optIn(ctx: StorageContext, sender: string, recipient: string): boolean {
	return (
		ctx.sql.exec("DELETE FROM opt_outs WHERE sender = ? AND recipient = ?", sender, recipient).rowsWritten > 0
	);
}
