import type { CampaignPreview, CampaignSample } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { type SetAsideReason, setAsideReasons } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { listForeignFields } from "@cloudpbx/domain/merge-fields/list-foreign-fields";
import { describeForeignFields } from "@cloudpbx/domain/merge-fields/refuse-foreign-fields";
import { fieldsOf, missingFields, renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { findPlaceZone } from "@cloudpbx/domain/quiet-hours/place-zones";
import { countSegments, type SegmentCount } from "@cloudpbx/domain/segments/count-segments";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import { asideWords } from "../../outcomes/aside-words.ts";
import { namesOptOut } from "../../outcomes/names-opt-out.ts";
import type { SortedRecipient } from "../recipients/sort-recipients.ts";
import { type ForecastGroup, quietKeyOf } from "./forecast.ts";

const examplesMax = 20;
/** From this number of segments on the preview warns: such texts are expensive. */
const segmentsWarned = 3;
const zonesNamed = 5;

export class PreviewTally {
	total = 0;
	kept = 0;
	setAside = Object.fromEntries(setAsideReasons.map((reason) => [reason, 0])) as Record<
		SetAsideReason,
		number
	>;
	examples: CampaignPreview["examples"] = [];
	samples: CampaignPreview["samples"] = { first: null, longest: null, chosen: null };
	missingFields: CampaignPreview["missingFields"] = { count: 0, examples: [] };
	segmentsTotal = 0;
	readonly #message: string;
	readonly #slotOf: (segments: number) => number;
	readonly #names: string[];
	readonly #groups = new Map<string, ForecastGroup>();
	readonly #forcedBy = new Set<string>();
	readonly #unusedZones = new Set<string>();
	#unusedZonesCount = 0;
	#segmentsMin = Number.POSITIVE_INFINITY;
	#segmentsMax = 0;
	#same: SegmentCount | null = null;
	readonly #position: number | null;

	constructor(message: string, slotOf: (segments: number) => number, position: number | null) {
		this.#message = message;
		this.#slotOf = slotOf;
		this.#names = fieldsOf(message);
		this.#position = position;
	}

	get groups(): ForecastGroup[] {
		return [...this.#groups.values()];
	}

	add(recipient: SortedRecipient, found: SetAsideReason | null): void {
		this.total += 1;
		const text = renderMessage(this.#message, recipient.fields);
		const isTooLong = text.length > textCharactersMax;
		const reason = recipient.aside?.reason ?? found ?? (isTooLong ? "too_long" : null);
		const missing = this.#names.length === 0 ? [] : missingFields(this.#message, recipient.fields);
		const count = this.#count(text);
		const toSample = (): CampaignSample => ({
			position: recipient.position,
			number: recipient.number,
			text,
			segments: count.segments,
			missingFields: missing,
			setAside: reason,
		});
		if (recipient.position === this.#position) this.samples.chosen = toSample();
		if (reason !== null) {
			this.#setAside(recipient, reason);
			return;
		}
		this.samples.first ??= toSample();
		if (isLonger({ text, ...count }, this.samples.longest)) this.samples.longest = toSample();
		if (missing.length > 0) this.#noteMissing(recipient, missing);
		this.#keep(recipient, count);
	}

	#keep(recipient: SortedRecipient, { segments, nonGsmCharacters }: SegmentCount): void {
		this.kept += 1;
		for (const character of nonGsmCharacters) this.#forcedBy.add(character);
		this.segmentsTotal += segments;
		this.#segmentsMin = Math.min(this.#segmentsMin, segments);
		this.#segmentsMax = Math.max(this.#segmentsMax, segments);
		const { timeZone, number } = recipient;
		if (timeZone !== null && findPlaceZone(timeZone, number) === null) {
			this.#unusedZonesCount += 1;
			if (this.#unusedZones.size < zonesNamed) this.#unusedZones.add(timeZone);
		}
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
		const foreign = listForeignFields(this.#message);
		if (foreign.length > 0) {
			warnings.push({ code: "merge_fields", message: describeForeignFields(foreign) });
		}
		if (this.#unusedZonesCount > 0) {
			const names = [...this.#unusedZones].map((zone) => `“${writeOutUnseen(zone)}”`).join(", ");
			warnings.push({
				code: "time_zones",
				message: `${this.#unusedZonesCount} recipients have a time zone that is no place in their number's country (${names}): their quiet hours follow their state or their number. A place is written America/Chicago.`,
			});
		}
		if (this.missingFields.count > 0) {
			warnings.push({
				code: "missing_fields",
				message: `${this.missingFields.count} recipients have no value for one of ${this.#names.map((name) => `{{${name}}}`).join(", ")}; it is left out. {{name|word}} says a word instead.`,
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
				message: `A text has up to ${perMessageMax} segments, and each segment is billed. Shorten it to pay less.`,
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

	#noteMissing({ position, number }: SortedRecipient, fields: string[]): void {
		this.missingFields.count += 1;
		if (this.missingFields.examples.length >= examplesMax) return;
		this.missingFields.examples.push({ position, number, fields });
	}

	#count(text: string): SegmentCount {
		if (this.#names.length > 0) return countSegments(text);
		this.#same ??= countSegments(text);
		return this.#same;
	}
}

function isLonger(one: { text: string; segments: number }, other: CampaignSample | null): boolean {
	if (other === null || one.segments !== other.segments) return one.segments > (other?.segments ?? -1);
	return one.text.length > other.text.length;
}
