import { type RetentionCount, retentionCountMax, type Settings } from "@cloudpbx/contracts/office/settings";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";

const dayMilliseconds = 24 * 3_600_000;

export type RetentionWish = Partial<
	Pick<Settings, "recordingRetentionDays" | "textRetentionDays" | "auditRetentionDays">
>;

export async function countExpired(ctx: Context, wish: RetentionWish): Promise<RetentionCount> {
	const { recordingRetentionDays, textRetentionDays, auditRetentionDays } = wish;
	// The index is named because the planner would also take one that contains deleted rows.
	const voicemails = sql`SELECT 1 FROM voicemails INDEXED BY voicemails_not_deleted WHERE deleted_at IS NULL AND created_at`;
	const texts = sql`SELECT 1 FROM messages INDEXED BY messages_created WHERE created_at`;
	const entries = sql`SELECT 1 FROM audit_events INDEXED BY audit_events_at WHERE at`;
	const count = (rows: SQL, days = 0): SQL =>
		days === 0
			? sql`NULL`
			: sql`(SELECT count(*) FROM (${rows} < ${ctx.now.getTime() - days * dayMilliseconds} LIMIT ${sql.raw(String(retentionCountMax))}))`;
	const [row] = await ctx.db.all<RetentionCount>(
		sql`SELECT ${count(voicemails, recordingRetentionDays)} AS voicemails,
			${count(texts, textRetentionDays)} AS texts,
			${count(entries, auditRetentionDays)} AS auditEntries`,
	);
	return row ?? { voicemails: null, texts: null, auditEntries: null };
}
