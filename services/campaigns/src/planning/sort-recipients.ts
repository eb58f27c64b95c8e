import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { isTimeZone } from "@cloudpbx/domain/quiet-hours/local-time";

/** A recipient as it is stored. `aside` is the reason why it will never be texted. */
export interface SortedRecipient {
	position: number;
	number: string;
	fields: Record<string, string> | null;
	timeZone: string | null;
	state: string | null;
	aside: { reason: "invalid" | "duplicate"; words: string } | null;
}

/** Country of numbers without a country code. */
const country = "US";

/**
 * Converts recipients to E.164 and sets aside invalid numbers and duplicates. Keeps the order of the input.
 */
export function* sortRecipients(inputs: Iterable<CampaignRecipientInput>): Generator<SortedRecipient> {
	const seen = new Set<string>();
	const zones = new Map<string, string | null>();
	let position = 0;
	for (const { number: typed, fields, timeZone, state } of inputs) {
		const read = readNumber(typed.trim(), country);
		const isDuplicate = read.ok && seen.has(read.number);
		if (read.ok) seen.add(read.number);
		yield {
			position: position++,
			number: read.ok ? read.number : typed.trim(),
			fields: fields && Object.keys(fields).length > 0 ? fields : null,
			timeZone: readZone(timeZone?.trim() ?? "", zones),
			state: state?.trim() || null,
			aside: read.ok
				? isDuplicate
					? { reason: "duplicate", words: "duplicate: this number occurs earlier in the list." }
					: null
				: { reason: "invalid", words: `invalid: ${read.reason}` },
		};
	}
}

/**
 * Null for an unknown time zone: the area code decides then. Each name is checked once, because the check is
 * slow.
 */
function readZone(name: string, zones: Map<string, string | null>): string | null {
	let zone = zones.get(name);
	if (zone === undefined) {
		zone = isTimeZone(name) ? name : null;
		zones.set(name, zone);
	}
	return zone;
}
