import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { plannedMilliseconds } from "@cloudpbx/domain/pacing/slot-book";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { describeError, log } from "@cloudpbx/kit/log";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { loadSenderRates } from "../reading/sending-settings.ts";
import { slotMilliseconds } from "../sending/pace.ts";
import { campaignSteps } from "./campaign-states.ts";
import { type ForecastGroup, forecastEnd, quietKeyOf } from "./preview/forecast.ts";
import { restoreAllowed } from "./recipients/restore-allowed.ts";

export async function startCampaigns(ctx: Context, condition: SQL | undefined): Promise<CampaignRow[]> {
	const { db, now } = ctx;
	const started = await db
		.update(campaignTable)
		.set({ status: "sending", startedAt: now(), reason: null, outcomesCount: 0, errorsCount: 0 })
		.where(
			and(
				condition,
				eq(campaignTable.isComplete, true),
				inArray(campaignTable.status, [...campaignSteps.start.from]),
			),
		)
		.returning();
	for (const row of started) {
		await restoreAllowed(ctx, row).catch((error: unknown) =>
			log.error("recipients_not_restored", { campaignId: row.id, reason: describeError(error) }),
		);
		// The campaigns are already sending; the caller enqueues their runs even without a forecast.
		await storeForecast(ctx, row).catch((error: unknown) =>
			log.error("campaign_not_forecast", { campaignId: row.id, reason: describeError(error) }),
		);
	}
	ctx.announce(started.map(({ id }) => ({ kind: "campaign", campaignId: id, status: "sending" })));
	return started;
}

async function storeForecast(ctx: Context, row: CampaignRow): Promise<void> {
	const { db, now } = ctx;
	const groups = await db.all<{
		number: string;
		timeZone: string | null;
		state: string | null;
		count: number;
	}>(
		sql`SELECT min(number) AS number, time_zone AS "timeZone", state, count(*) AS count FROM campaign_recipients
			WHERE campaign_id = ${row.id} AND status = 'queued' GROUP BY substr(number, 1, 5), time_zone, state`,
	);
	const rates = await loadSenderRates(ctx);
	const chosenPerSecond = row.ratePerSecond ?? rates[row.fromNumber] ?? null;
	const pace = { fromNumber: row.fromNumber, chosenPerSecond, slowness: 1 };
	const slot = plannedMilliseconds(slotMilliseconds(pace, countSegments(row.message).segments));
	const counted = new Map<string, ForecastGroup>();
	for (const { count, ...recipient } of groups) {
		const key = quietKeyOf(recipient);
		const group = counted.get(key) ?? { recipient, milliseconds: 0 };
		group.milliseconds += count * slot;
		counted.set(key, group);
	}
	const forecastEndAt = forecastEnd([...counted.values()], now(), row.quietHours);
	await db.update(campaignTable).set({ forecastEndAt }).where(eq(campaignTable.id, row.id));
}
