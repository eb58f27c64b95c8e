import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { isForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readRecipient } from "@cloudpbx/domain/numbering/read-recipient";
import { findPlaceZone } from "@cloudpbx/domain/quiet-hours/place-zones";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import { asideWords } from "../../outcomes/aside-words.ts";

export interface SortedRecipient {
	position: number;
	number: string;
	fields: Record<string, string> | null;
	timeZone: string | null;
	state: string | null;
	aside: { reason: "invalid" | "duplicate" | "country_forbidden"; words: string } | null;
}

/** Maximum unknown zone names kept for the preview, to limit memory. */
const unusedZonesMax = 100;

/** Sets aside invalid entries, duplicates and forbidden countries. Keeps the order. */
export function* sortRecipients(
	inputs: Iterable<CampaignRecipientInput>,
	countries: readonly string[],
): Generator<SortedRecipient> {
	const sort = sorterOf(countries);
	for (const input of inputs) yield sort(input);
}

export function sorterOf(countries: readonly string[]): (input: CampaignRecipientInput) => SortedRecipient {
	const seen = new Set<string>();
	const unusedZones = new Set<string>();
	let position = 0;
	return (input) => {
		const { number: typed, fields, timeZone } = input;
		const read = readRecipient(input);
		const number = read.number ?? writeOutUnseen(typed.trim());
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
