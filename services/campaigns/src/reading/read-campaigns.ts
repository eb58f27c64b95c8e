import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignRecipient, ListRecipients } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, CampaignProgress, ListCampaigns } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import {
	campaignRecipients,
	campaignSenders,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { erasureSalts } from "@cloudpbx/db/schema/erasure";
import { showCampaign } from "@cloudpbx/db/show-campaign";
import { plannedMilliseconds } from "@cloudpbx/domain/pacing/slot-book";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { messageIdOf, recipientIdOf } from "../derive-id.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { paceWords } from "../outcomes/pace-words.ts";
import { slotMilliseconds } from "../sending/pace.ts";

export const unknownCampaign = refuse("not_found", "There is no such campaign.");
export const strangeCursor = refuse("bad_input", "cursor: This cursor was not made by this list.");

export async function findCampaign(ctx: Context, id: string): Promise<Result<CampaignRow>> {
	const [row] = await selectCampaign(ctx, id);
	return row ? accept(row) : unknownCampaign;
}

export function selectCampaign({ db }: Context, id: string) {
	return db.select().from(campaignTable).where(eq(campaignTable.id, id));
}

export async function loadSenderRates(ctx: Context): Promise<Record<string, number>> {
	return readSettings(await selectSenderRates(ctx)).senderRates;
}

/** The settings that say what campaigns may send, and how fast; and the salt of opt-outs that are kept by their hash. */
export async function loadSendingSettings({ db }: Context) {
	const [rows, [kept]] = await db.batch([
		db
			.select()
			.from(settings)
			.where(inArray(settings.key, ["senderRates", "callCountries"])),
		db.select({ salt: erasureSalts.salt }).from(erasureSalts),
	]);
	return { ...readSettings(rows), erasureSalt: kept?.salt ?? null };
}

function selectSenderRates({ db }: Context) {
	return db.select().from(settings).where(eq(settings.key, "senderRates"));
}

/** Returns the stored state. The caller does not wait for pending reports. */
export async function listCampaigns(
	ctx: Context,
	{ status, limit, cursor }: z.output<typeof ListCampaigns>,
): Promise<Result<Page<Campaign>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "string");
	if (cursor !== undefined && after === null) return strangeCursor;
	const { db } = ctx;
	const [rows, rateRows] = await db.batch([
		db
			.select()
			.from(campaignTable)
			.where(
				and(
					status === undefined ? undefined : eq(campaignTable.status, status),
					after === null
						? undefined
						: sql`(${campaignTable.createdAt}, ${campaignTable.id}) < (${after[0]}, ${after[1]})`,
				),
			)
			.orderBy(desc(campaignTable.createdAt), desc(campaignTable.id))
			.limit(limit + 1),
		selectSenderRates(ctx),
	]);
	const rates = readSettings(rateRows).senderRates;
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return accept({
		items: items.map((row) => showCampaign(row, rates)),
		nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
	});
}

/** Returns the latest counts: pending reports of the carrier are processed first. */
export async function getCampaign(ctx: Context, id: string): Promise<Result<CampaignProgress>> {
	await followTexts(ctx);
	const [[row], rateRows, [queued], [sender]] = await ctx.db.batch([
		selectCampaign(ctx, id),
		selectSenderRates(ctx),
		selectNextDue(ctx, id),
		selectSender(ctx, id),
	]);
	if (!row) return unknownCampaign;
	const at = ctx.now();
	const rates = readSettings(rateRows).senderRates;
	const dueAt = queued?.dueAt ?? 0;
	const heldUntil = dueAt > at.getTime() ? new Date(dueAt) : null;
	const { takenCount, firstTakenAt, lastTakenAt } = row;
	const seconds = ((lastTakenAt?.getTime() ?? 0) - (firstTakenAt?.getTime() ?? 0)) / 1000;
	const pace = {
		fromNumber: row.fromNumber,
		chosenPerSecond: row.ratePerSecond ?? rates[row.fromNumber] ?? null,
		slowness: 1,
	};
	const { segments } = countSegments(row.message);
	const remaining =
		(row.queuedCount + row.sendingCount) * plannedMilliseconds(slotMilliseconds(pace, segments));
	const goesOnAt = Math.max(at.getTime(), row.quietHours && heldUntil ? heldUntil.getTime() : 0);
	const campaign = showCampaign(row, rates);
	return accept({
		...campaign,
		pace: row.status === "sending" ? paceWords(sender ?? null, campaign.ratePerSecond, at.getTime()) : null,
		achievedPerSecond:
			takenCount > 1 && seconds > 0 ? Math.round(((takenCount - 1) / seconds) * 1000) / 1000 : null,
		forecastEndAt: row.forecastEndAt?.toISOString() ?? null,
		expectedEndAt: row.status === "sending" ? new Date(goesOnAt + remaining).toISOString() : null,
		heldUntil: heldUntil?.toISOString() ?? null,
	});
}

function selectSender({ db }: Context, id: string) {
	return db
		.select(getTableColumns(campaignSenders))
		.from(campaignSenders)
		.innerJoin(campaignTable, eq(campaignTable.fromNumber, campaignSenders.number))
		.where(eq(campaignTable.id, id));
}

/**
 * Selects when the next recipient may be texted. It is in the future when all waiting recipients are held.
 * One step in the index.
 */
function selectNextDue({ db }: Context, id: string) {
	const { campaignId, status, dueAt } = campaignRecipients;
	return db
		.select({ dueAt: sql<number | null>`min(${dueAt})` })
		.from(campaignRecipients)
		.where(and(eq(campaignId, id), eq(status, "queued")));
}

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
	const { db } = ctx;
	const [[campaign], rows] = await db.batch([
		selectCampaign(ctx, id),
		db
			.select()
			.from(campaignRecipients)
			.where(
				and(
					eq(campaignRecipients.campaignId, id),
					status === undefined ? undefined : eq(campaignRecipients.status, status),
					place,
				),
			)
			.orderBy(...(status === undefined ? [asc(position)] : [asc(dueAt), asc(position)]))
			.limit(limit + 1),
	]);
	if (!campaign) return unknownCampaign;
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return accept({
		items: await Promise.all(items.map((row) => showRecipient(row, ctx.now()))),
		nextCursor: rows.length > limit && last ? encodeCursor([last.dueAt, last.position]) : null,
	});
}

export async function showRecipient(
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
