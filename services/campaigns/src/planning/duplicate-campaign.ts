import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { selectRow } from "@cloudpbx/db/json-rows";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { isForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { and, between, eq, max, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { newCampaignId } from "../derive-id.ts";
import { asideWords } from "../outcomes/aside-words.ts";
import { erasedNumber } from "../outcomes/erased-number.ts";
import { loadCampaign, toCampaign } from "../reading/load-campaign.ts";
import { loadSendingSettings } from "../reading/sending-settings.ts";
import { chooseSender } from "./choose-sender.ts";
import { hasOtherOfKey, refuseUsedKey } from "./create-campaign.ts";
import { removeDraft } from "./delete-campaign.ts";
import { nameOfCopy } from "./name-of-copy.ts";
import { isAmong } from "./recipients/restore-allowed.ts";
import { countChange, entryWords, insertRecipients } from "./recipients/store-recipients.ts";
import { uploadWords } from "./what-is-missing.ts";

const partSize = 5000;
const numbersReadMax = 25_000;

/**
 * Copies plan and recipients to a draft without `startAt`. The next call with the same id completes an interrupted
 * copy; otherwise the sweeper marks it as failed.
 */
export async function duplicateCampaign(
	ctx: Context,
	sourceId: string,
	id: string | null,
	actor: Actor,
): Promise<Result<Campaign>> {
	const copyId = id ?? newCampaignId();
	const known = await loadCampaign(ctx, copyId);
	if (known.ok && known.value.isComplete) return accept(await toCampaign(ctx, known.value));
	const found = await loadCampaign(ctx, sourceId);
	if (!found.ok) return found;
	const source = found.value;
	if (!source.isComplete) return refuse("precondition_failed", source.reason ?? uploadWords);
	const stored = await storePlan(ctx, copyId, source, actor);
	if (!stored.ok) return stored;
	await copyRecipients(ctx, source.id, copyId);
	if (!(await completeCopy(ctx, source, copyId))) {
		await removeDraft(ctx, copyId, eq(campaignTable.isComplete, false));
	}
	const copy = await loadCampaign(ctx, copyId);
	if (!copy.ok || !copy.value.isComplete) {
		return refuse("conflict", "This campaign was changed while it was copied. Try again.");
	}
	ctx.announce([campaignEvent(copy.value)]);
	return accept(await toCampaign(ctx, copy.value));
}

/** The copy starts with the source's version; `completeCopy` refuses a source that changed meanwhile. */
async function storePlan(ctx: Context, id: string, source: CampaignRow, actor: Actor): Promise<Result<null>> {
	const own = await chooseSender(ctx, source.fromNumber);
	const sender = own.ok ? own : await chooseSender(ctx, undefined);
	if (!sender.ok) return sender;
	const { name, message, quietHours, ratePerSecond, requireConsent, version } = source;
	const row = {
		id,
		name: nameOfCopy(name),
		message,
		status: "draft" as const,
		fromNumber: sender.value,
		quietHours,
		ratePerSecond,
		requireConsent,
		version,
		isComplete: false,
		createdBy: actor.name,
		createdAt: ctx.now(),
	};
	const isKeyFree = sql`WHERE NOT ${hasOtherOfKey(id)}`;
	await ctx.db
		.insert(campaignTable)
		.select(selectRow(campaignTable, row, isKeyFree))
		.onConflictDoNothing();
	return (await loadCampaign(ctx, id)).ok ? accept(null) : refuseUsedKey;
}

async function copyRecipients(ctx: Context, sourceId: string, id: string): Promise<void> {
	const { db } = ctx;
	const { campaignId, position } = campaignRecipients;
	const [last] = await db
		.select({ position: max(position) })
		.from(campaignRecipients)
		.where(eq(campaignId, sourceId));
	const end = (last?.position ?? -1) + 1;
	const forbidden = await listForbiddenPositions(ctx, sourceId, end);
	for (let first = 0; first < end; first += partSize) {
		const isInPart = sql`position BETWEEN ${first} AND ${first + partSize - 1}`;
		const isOurs = sql`campaign_id = ${id} AND ${isInPart}`;
		const isForbidden = isAmong(forbidden.filter((one) => one >= first && one < first + partSize));
		const source = sql`SELECT position, number, fields, time_zone, state,
			coalesce(${entryWords}, CASE WHEN ${isForbidden} THEN ${asideWords.country_forbidden} END) AS words
			FROM campaign_recipients WHERE campaign_id = ${sourceId} AND ${isInPart} AND number <> ${erasedNumber}`;
		await runBatch(db, [
			countChange(id, isOurs, -1),
			insertRecipients(ctx, id, source),
			countChange(id, isOurs, 1),
		]);
	}
}

async function listForbiddenPositions(ctx: Context, sourceId: string, end: number): Promise<number[]> {
	const { campaignId, position, number } = campaignRecipients;
	const { callCountries } = await loadSendingSettings(ctx);
	const found: number[] = [];
	for (let first = 0; first < end; first += numbersReadMax) {
		const rows = await ctx.db
			.select({ position, number })
			.from(campaignRecipients)
			.where(and(eq(campaignId, sourceId), between(position, first, first + numbersReadMax - 1)));
		for (const row of rows) if (isForbiddenNumber(row.number, callCountries)) found.push(row.position);
	}
	return found;
}

/** Returns false if the source has changed since the copy began. */
async function completeCopy({ db }: Context, { id: sourceId, version }: CampaignRow, id: string) {
	const isUnchanged = sql`EXISTS (SELECT 1 FROM campaigns s
		WHERE s.id = ${sourceId} AND s.version = ${version} AND s.is_complete = 1)`;
	const [completed] = await db
		.update(campaignTable)
		.set({ isComplete: true })
		.where(
			and(
				eq(campaignTable.id, id),
				eq(campaignTable.status, "draft"),
				eq(campaignTable.version, version),
				isUnchanged,
			),
		)
		.returning({ id: campaignTable.id });
	return completed !== undefined;
}
