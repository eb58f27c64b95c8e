import { type CampaignPreview, type SetAsideReason, setAsideReasons } from "@cloudpbx/contracts/campaigns";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { asideWords } from "./aside-words.ts";
import { type ForecastGroup, quietKeyOf } from "./forecast.ts";
import { namesOptOut } from "./names-opt-out.ts";
import { fieldsOf, lacksField, renderMessage } from "./render-message.ts";
import type { SortedRecipient } from "./sort-recipients.ts";

const examplesMax = 20;
/** More segments than people read, and than most senders want to pay for. */
const segmentsWarned = 3;

/** What a campaign would do to the recipients that it is shown, one after another. `slotOf` says how long a text takes. */
export class PreviewTally {
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
