import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { isForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readRecipient } from "@cloudpbx/domain/numbering/read-recipient";
import { findPlaceZone } from "@cloudpbx/domain/quiet-hours/place-zones";
import { showText } from "@cloudpbx/domain/show-text";
import { asideWords } from "../../outcomes/aside-words.ts";

/** A recipient as it is stored. `aside` is the reason why it will never be texted. */
export interface SortedRecipient {
	position: number;
	number: string;
	fields: Record<string, string> | null;
	/** As it was typed: the quiet hours take no notice of one that is no place in the number's country. */
	timeZone: string | null;
	/** Postal abbreviation. */
	state: string | null;
	aside: { reason: "invalid" | "duplicate" | "country_forbidden"; words: string } | null;
}

/** Names without a place that are kept, for the preview to name them. A list full of them must not fill the memory. */
const unusedZonesMax = 100;

/**
 * Converts recipients to E.164 and their states to abbreviations, and sets aside invalid entries, duplicates and numbers of
 * countries that are not among `countries`. Keeps the order of the input.
 */
export function* sortRecipients(
	inputs: Iterable<CampaignRecipientInput>,
	countries: readonly string[],
): Generator<SortedRecipient> {
	const sort = sorterOf(countries);
	for (const input of inputs) yield sort(input);
}

/** The same for a list that comes in parts: sorts one recipient after the other. */
export function sorterOf(countries: readonly string[]): (input: CampaignRecipientInput) => SortedRecipient {
	const seen = new Set<string>();
	const unusedZones = new Set<string>();
	let position = 0;
	return (input) => {
		const { number: typed, fields, timeZone } = input;
		const read = readRecipient(input);
		const number = read.number ?? showText(typed.trim());
		const isDuplicate = read.ok && seen.has(number);
		if (read.ok) seen.add(number);
		return {
			position: position++,
			number,
			fields: fields && Object.keys(fields).length > 0 ? fields : null,
			timeZone: keepZone(timeZone?.trim() ?? "", number, unusedZones),
			state: read.ok ? read.state : null,
			aside: read.ok
				? isDuplicate
					? { reason: "duplicate", words: "duplicate: this number occurs earlier in the list." }
					: findForbidden(number, countries)
				: { reason: "invalid", words: `invalid: ${read.reason}` },
		};
	};
}

/** Why a number is set aside, by the countries that may be texted. */
export function findForbidden(number: string, countries: readonly string[]): SortedRecipient["aside"] {
	return isForbiddenNumber(number, countries)
		? { reason: "country_forbidden", words: asideWords.country_forbidden }
		: null;
}

function keepZone(name: string, number: string, unusedZones: Set<string>): string | null {
	if (name === "" || unusedZones.has(name)) return name || null;
	if (findPlaceZone(name, number) !== null) return name;
	if (unusedZones.size >= unusedZonesMax) return null;
	unusedZones.add(name);
	return name;
}
