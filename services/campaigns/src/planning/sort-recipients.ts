import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { isTimeZone } from "@cloudpbx/domain/quiet-hours/local-time";

/** A recipient as it is stored. `aside` says why nobody will ever text it. */
export interface SortedRecipient {
	position: number;
	number: string;
	fields: Record<string, string> | null;
	timeZone: string | null;
	state: string | null;
	aside: { reason: "invalid" | "duplicate"; words: string } | null;
}

/** National numbers are read as those of this country. */
const country = "US";

/** Brings recipients into E.164 and sets aside what is no number and who occurs again. In the order in which they came. */
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

/** Null for what is no time zone: the area code says where somebody is. Each name is looked up once, which is what costs. */
function readZone(name: string, zones: Map<string, string | null>): string | null {
	let zone = zones.get(name);
	if (zone === undefined) {
		zone = isTimeZone(name) ? name : null;
		zones.set(name, zone);
	}
	return zone;
}
