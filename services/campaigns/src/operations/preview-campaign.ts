import {
	type CampaignPlan,
	type CampaignPreview,
	type CampaignRecipientInput,
	type SetAsideReason,
	setAsideReasons,
} from "@cloudpbx/contracts/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { sql } from "drizzle-orm";
import { type ForecastGroup, forecastEnd, quietKeyOf } from "../domain/forecast.ts";
import { namesOptOut } from "../domain/names-opt-out.ts";
import { ratePerSecondDefault, slotMilliseconds } from "../domain/pace.ts";
import { fieldsOf, lacksField, renderMessage } from "../domain/render-message.ts";
import { plannedMilliseconds } from "../domain/slot-book.ts";
import { type SortedRecipient, sortRecipients } from "../domain/sort-recipients.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { findSender } from "./find-sender.ts";
import { loadSenderRates } from "./read-campaigns.ts";
import { asideWords, hasConsent } from "./store-recipients.ts";

/** So many numbers are looked up in one statement. */
const partSize = 5000;
const examplesMax = 20;
/** More segments than people read, and than most senders want to pay for. */
const segmentsWarned = 3;

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
	const tally = new Tally(plan.message, (segments) => plannedMilliseconds(slotMilliseconds(pace, segments)));
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

/** Counts recipients as they come by. */
class Tally {
	total = 0;
	kept = 0;
	setAside = Object.fromEntries(setAsideReasons.map((reason) => [reason, 0])) as Record<
		SetAsideReason,
		number
	>;
	examples: CampaignPreview["examples"] = [];
	sample: string | null = null;
	segmentsTotal = 0;
	readonly #message: string;
	readonly #slotOf: (segments: number) => number;
	readonly #names: string[];
	readonly #groups = new Map<string, ForecastGroup>();
	readonly #forcedBy = new Set<string>();
	#segmentsMin = Number.POSITIVE_INFINITY;
	#segmentsMax = 0;
	#lacking = 0;
	/** Of a message that is the same for everybody. */
	#same: ReturnType<typeof countSegments> | null = null;

	constructor(message: string, slotOf: (segments: number) => number) {
		this.#message = message;
		this.#slotOf = slotOf;
		this.#names = fieldsOf(message);
	}

	get groups(): ForecastGroup[] {
		return [...this.#groups.values()];
	}

	add(recipient: SortedRecipient, found: SetAsideReason | null): void {
		this.total += 1;
		const reason = recipient.aside?.reason ?? found;
		if (reason === null) this.#keep(recipient);
		else this.#setAside(recipient, reason);
	}

	#keep(recipient: SortedRecipient): void {
		this.kept += 1;
		this.sample ??= renderMessage(this.#message, recipient.fields);
		if (this.#names.length > 0 && lacksField(this.#message, recipient.fields)) this.#lacking += 1;
		const { segments, nonGsmCharacters } = this.#count(recipient);
		for (const character of nonGsmCharacters) this.#forcedBy.add(character);
		this.segmentsTotal += segments;
		this.#segmentsMin = Math.min(this.#segmentsMin, segments);
		this.#segmentsMax = Math.max(this.#segmentsMax, segments);
		const key = quietKeyOf(recipient);
		const group = this.#groups.get(key) ?? { recipient, milliseconds: 0 };
		group.milliseconds += this.#slotOf(segments);
		this.#groups.set(key, group);
	}

	segments(): CampaignPreview["segments"] {
		const whole = countSegments(this.#message);
		const forcedBy = this.kept === 0 ? whole.nonGsmCharacters : [...this.#forcedBy];
		return {
			encoding: forcedBy.length > 0 ? "UCS-2" : "GSM-7",
			forcedBy,
			perMessageMin: this.kept === 0 ? whole.segments : this.#segmentsMin,
			perMessageMax: this.kept === 0 ? whole.segments : this.#segmentsMax,
			total: this.segmentsTotal,
		};
	}

	warnings(): CampaignPreview["warnings"] {
		const warnings: CampaignPreview["warnings"] = [];
		const { encoding, forcedBy, perMessageMax } = this.segments();
		if (this.kept === 0) {
			warnings.push({ code: "nobody", message: "Nobody is left to text." });
		}
		if (!namesOptOut(this.#message)) {
			warnings.push({
				code: "no_opt_out_wording",
				message:
					'The message does not say how to opt out. The first text to somebody must: add "Reply STOP to opt out."',
			});
		}
		if (this.#lacking > 0) {
			warnings.push({
				code: "missing_fields",
				message: `${this.#lacking} recipients have no value for one of ${this.#names.map((name) => `{{${name}}}`).join(", ")}; it is left out. {{name|word}} says a word instead.`,
			});
		}
		if (encoding === "UCS-2") {
			warnings.push({
				code: "ucs2",
				message: `${forcedBy.join(" ")} turn${forcedBy.length === 1 ? "s" : ""} the text to UCS-2: 70 instead of 160 characters a segment. Replace them to pay less.`,
			});
		}
		if (perMessageMax >= segmentsWarned) {
			warnings.push({
				code: "long",
				message: `A text has up to ${perMessageMax} segments and is billed as so many. Shorten it to pay less.`,
			});
		}
		return warnings;
	}

	#setAside({ number, aside }: SortedRecipient, reason: SetAsideReason): void {
		this.setAside[reason] += 1;
		if (this.examples.length >= examplesMax) return;
		const words = aside?.words ?? asideWords[reason as keyof typeof asideWords];
		this.examples.push({ number, reason, words });
	}

	#count({ fields }: SortedRecipient) {
		if (this.#names.length > 0) return countSegments(renderMessage(this.#message, fields));
		this.#same ??= countSegments(this.#message);
		return this.#same;
	}
}
