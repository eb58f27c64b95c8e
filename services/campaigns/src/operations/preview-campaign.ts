import type {
	CampaignPlan,
	CampaignPreview,
	CampaignRecipientInput,
	SetAsideReason,
} from "@cloudpbx/contracts/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { sql } from "drizzle-orm";
import { forecastEnd } from "../domain/forecast.ts";
import { ratePerSecondDefault, slotMilliseconds } from "../domain/pace.ts";
import { plannedMilliseconds } from "../domain/slot-book.ts";
import { type SortedRecipient, sortRecipients } from "../domain/sort-recipients.ts";
import { PreviewTally } from "../domain/tally-preview.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { findSender } from "./find-sender.ts";
import { loadSenderRates } from "./read-campaigns.ts";
import { hasConsent } from "./store-recipients.ts";

/** So many numbers are looked up in one statement. */
const partSize = 5000;

type Plan = Omit<CampaignPlan, "name">;

/** What a campaign would do, by the same rules as it would. Stores nothing. */
export async function previewCampaign(
	campaigns: Campaigns,
	plan: Plan,
	recipients: readonly CampaignRecipientInput[],
): Promise<Result<CampaignPreview>> {
	const sender = await findSender(campaigns, plan.fromNumber);
	if (!sender.ok) return sender;
	const rates = await loadSenderRates(campaigns);
	const chosenPerSecond = plan.ratePerSecond ?? rates[sender.value] ?? null;
	const pace = { fromNumber: sender.value, chosenPerSecond, slowness: 1 };
	const tally = new PreviewTally(plan.message, (segments) =>
		plannedMilliseconds(slotMilliseconds(pace, segments)),
	);
	let part: SortedRecipient[] = [];
	const finishPart = async () => {
		const asides = await lookUp(campaigns, part, plan.requireConsent ?? false);
		for (const recipient of part) tally.add(recipient, asides.get(recipient.number) ?? null);
		part = [];
	};
	for (const recipient of sortRecipients(recipients)) {
		part.push(recipient);
		if (part.length === partSize) await finishPart();
	}
	await finishPart();

	const at = campaigns.now();
	const startAt = plan.startAt && new Date(plan.startAt) > at ? new Date(plan.startAt) : at;
	const finishesAt = tally.kept === 0 ? null : forecastEnd(tally.groups, startAt, plan.quietHours ?? true);
	return accept({
		total: tally.total,
		kept: tally.kept,
		setAside: tally.setAside,
		examples: tally.examples,
		segments: tally.segments(),
		sample: tally.sample,
		estimate: {
			cost: Math.round(tally.segmentsTotal * campaigns.segmentPrice * 100) / 100,
			currency: "USD",
			ratePerSecond: chosenPerSecond ?? ratePerSecondDefault,
			startsAt: startAt.toISOString(),
			finishesAt: finishesAt?.toISOString() ?? null,
			durationSeconds: finishesAt ? Math.ceil((finishesAt.getTime() - startAt.getTime()) / 1000) : 0,
		},
		warnings: tally.warnings(),
	});
}

/** Why numbers are set aside that are numbers. */
async function lookUp(
	{ db }: Campaigns,
	part: readonly SortedRecipient[],
	requireConsent: boolean,
): Promise<Map<string, SetAsideReason>> {
	const numbers = JSON.stringify(part.filter(({ aside }) => aside === null).map(({ number }) => number));
	const rows = await db.all<{
		number: string;
		reason: SetAsideReason | null;
	}>(sql`SELECT value AS number, CASE
		WHEN EXISTS (SELECT 1 FROM opt_outs o WHERE o.number = n.value) THEN 'opted_out'
		WHEN EXISTS (SELECT 1 FROM landlines l WHERE l.number = n.value) THEN 'landline'
		WHEN ${requireConsent ? 1 : 0} = 1 AND NOT ${hasConsent(sql`n.value`)} THEN 'no_consent' END AS reason
		FROM json_each(${numbers}) n`);
	return new Map(rows.flatMap(({ number, reason }) => (reason === null ? [] : [[number, reason] as const])));
}
