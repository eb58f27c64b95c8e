import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type {
	CampaignRecipientInput,
	SetAsideReason,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { CampaignPlan } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { ratePerSecondDefault } from "@cloudpbx/contracts/words/setting-limits";
import { plannedMilliseconds } from "@cloudpbx/domain/pacing/slot-book";
import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { loadSendingSettings } from "../../reading/sending-settings.ts";
import { slotMilliseconds } from "../../sending/pace.ts";
import { chooseSender } from "../choose-sender.ts";
import { readAudience } from "../recipients/read-audience.ts";
import { type SortedRecipient, sorterOf } from "../recipients/sort-recipients.ts";
import { asideReasonOf, isAudience, listErased } from "../recipients/store-recipients.ts";
import { forecastEnd } from "./forecast.ts";
import { PreviewTally } from "./tally-preview.ts";

export const partSize = 5000;

export type PreviewedPlan = Omit<CampaignPlan, "name">;

export type PreviewPart = { recipient: SortedRecipient; found: SetAsideReason | null }[];

export function previewCampaign(
	ctx: Context,
	plan: PreviewedPlan,
	recipients: readonly CampaignRecipientInput[] | Audience,
): Promise<Result<CampaignPreview>> {
	const requireConsent = plan.requireConsent ?? false;
	return previewParts(
		ctx,
		plan,
		({ sender, countries, salt }) => lookUpAll(ctx, recipients, countries, { sender, requireConsent, salt }),
		null,
	);
}

export interface PreviewFacts {
	sender: string;
	countries: readonly string[];
	salt: string | null;
}

export async function previewParts(
	ctx: Context,
	plan: PreviewedPlan,
	readParts: (facts: PreviewFacts) => AsyncIterable<PreviewPart>,
	position: number | null,
): Promise<Result<CampaignPreview>> {
	const sender = await chooseSender(ctx, plan.fromNumber);
	if (!sender.ok) return sender;
	const { senderRates: rates, callCountries: countries, erasureSalt: salt } = await loadSendingSettings(ctx);
	const chosenPerSecond = plan.ratePerSecond ?? rates[sender.value] ?? null;
	const pace = { fromNumber: sender.value, chosenPerSecond, slowness: 1 };
	const slotOf = (segments: number) => plannedMilliseconds(slotMilliseconds(pace, segments));
	const tally = new PreviewTally(plan.message, slotOf, position);
	for await (const part of readParts({ sender: sender.value, countries, salt })) {
		for (const { recipient, found } of part) tally.add(recipient, found);
	}

	const at = ctx.now();
	const startAt = plan.startAt && new Date(plan.startAt) > at ? new Date(plan.startAt) : at;
	const finishesAt = tally.kept === 0 ? null : forecastEnd(tally.groups, startAt, plan.quietHours ?? true);
	return accept({
		total: tally.total,
		kept: tally.kept,
		setAside: tally.setAside,
		examples: tally.examples,
		segments: tally.segments(),
		sample: tally.samples.first?.text ?? null,
		samples: tally.samples,
		missingFields: tally.missingFields,
		estimate: {
			cost: Math.round(tally.segmentsTotal * ctx.segmentPrice * 100) / 100,
			currency: "USD",
			ratePerSecond: chosenPerSecond ?? ratePerSecondDefault,
			startsAt: startAt.toISOString(),
			finishesAt: finishesAt?.toISOString() ?? null,
			durationSeconds: finishesAt ? Math.ceil((finishesAt.getTime() - startAt.getTime()) / 1000) : 0,
		},
		warnings: tally.warnings(),
	});
}

async function* lookUpAll(
	ctx: Context,
	recipients: readonly CampaignRecipientInput[] | Audience,
	countries: readonly string[],
	facts: LookUpFacts,
): AsyncGenerator<PreviewPart> {
	let part: SortedRecipient[] = [];
	const finishPart = async () => {
		const asides = await lookUp(ctx, part, facts);
		const finished = part.map((recipient) => ({ recipient, found: asides.get(recipient.number) ?? null }));
		part = [];
		return finished;
	};
	const sort = sorterOf(countries);
	const inputs = isAudience(recipients) ? readAudience(ctx, recipients) : [recipients];
	for await (const some of inputs) {
		for (const input of some) {
			part.push(sort(input));
			if (part.length === partSize) yield await finishPart();
		}
	}
	if (part.length > 0) yield await finishPart();
}

interface LookUpFacts {
	sender: string;
	requireConsent: boolean;
	salt: string | null;
}

async function lookUp(
	ctx: Context,
	part: readonly SortedRecipient[],
	{ sender, requireConsent, salt }: LookUpFacts,
): Promise<Map<string, SetAsideReason>> {
	const numbers = JSON.stringify(part.filter(({ aside }) => aside === null).map(({ number }) => number));
	const reason = asideReasonOf(sql`n.value`, sql`${sender}`, sql`${requireConsent ? 1 : 0}`);
	const rows = await ctx.db.all<{ number: string; reason: SetAsideReason | null }>(
		sql`SELECT value AS number, ${reason} AS reason FROM json_each(${numbers}) n`,
	);
	const erased = await listErased(ctx, salt, part);
	return new Map(
		rows.flatMap(({ number, reason: stored }) => {
			const reason = erased.has(number) ? "opted_out" : stored;
			return reason === null ? [] : [[number, reason] as const];
		}),
	);
}
