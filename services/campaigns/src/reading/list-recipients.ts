import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignRecipient, ListRecipients } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { messageIdOf, recipientIdOf } from "../derive-id.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { selectCampaign } from "./load-campaign.ts";
import { strangeCursor, unknownCampaign } from "./refusals.ts";

export async function listRecipients(
	ctx: Context,
	id: string,
	{ status, limit, cursor }: z.output<typeof ListRecipients>,
): Promise<Result<Page<CampaignRecipient>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "number");
	if (cursor !== undefined && after === null) return strangeCursor;
	await followTexts(ctx);
	const { dueAt, position } = campaignRecipients;
	const place =
		after === null
			? undefined
			: status === undefined
				? sql`${position} > ${after[1]}`
				: sql`(${dueAt}, ${position}) > (${after[0]}, ${after[1]})`;
	const [[campaign], rows] = await readRecipients(ctx, id, {
		condition: and(status === undefined ? undefined : eq(campaignRecipients.status, status), place),
		order: status === undefined ? [asc(position)] : [asc(dueAt), asc(position)],
		limit,
	});
	if (!campaign) return unknownCampaign;
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return accept({
		items: await Promise.all(items.map((row) => toRecipient(row, ctx.now()))),
		nextCursor: rows.length > limit && last ? encodeCursor([last.dueAt, last.position]) : null,
	});
}

interface RecipientPage {
	condition: SQL | undefined;
	order: SQL[];
	limit: number;
}

/** Reads a campaign and a page of its recipients, with one more row than `limit`, in one round trip. */
export function readRecipients(ctx: Context, id: string, { condition, order, limit }: RecipientPage) {
	const recipients = ctx.db
		.select()
		.from(campaignRecipients)
		.where(and(eq(campaignRecipients.campaignId, id), condition))
		.orderBy(...order)
		.limit(limit + 1);
	return ctx.db.batch([selectCampaign(ctx, id), recipients]);
}

export async function toRecipient(
	row: typeof campaignRecipients.$inferSelect,
	at: Date,
): Promise<CampaignRecipient> {
	const { campaignId, position, number, status, reason, errorCode, segments, dueAt, fields } = row;
	const hasText = status !== "queued" && status !== "skipped";
	return {
		id: recipientIdOf(campaignId, position),
		number,
		status,
		reason,
		errorCode,
		segments,
		messageId: hasText ? await messageIdOf(campaignId, number) : null,
		heldUntil: status === "queued" && dueAt > at.getTime() ? new Date(dueAt).toISOString() : null,
		fields: fields ?? {},
		updatedAt: row.updatedAt.toISOString(),
		repliedAt: row.repliedAt?.toISOString() ?? null,
		optedOutAt: row.optedOutAt?.toISOString() ?? null,
	};
}
