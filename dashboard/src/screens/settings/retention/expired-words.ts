import type { RetentionCount } from "@cloudpbx/contracts/office/settings";
import { countOf, formatAtLeast, formatList } from "../../../words/counts.ts";
import { formatPeriod, type Lowered } from "./periods.ts";

/** The server counts no further. */
const countMax = 10_000;

/** "1,204 voicemails older than 90 days and 12 texts older than 1 year"; empty: nothing would be deleted. */
export function describeExpired(count: RetentionCount, lowered: Lowered): string {
	const kinds: [number | null, number | undefined, { one: string; other: string }][] = [
		[count.voicemails, lowered.recordingRetentionDays, { one: "voicemail", other: "voicemails" }],
		[count.texts, lowered.textRetentionDays, { one: "text", other: "texts" }],
		[count.auditEntries, lowered.auditRetentionDays, { one: "audit entry", other: "audit entries" }],
	];
	return formatList(
		kinds.flatMap(([items, days, forms]) => {
			if (!items || days === undefined) return [];
			const amount = items >= countMax ? `${formatAtLeast(items)} ${forms.other}` : countOf(items, forms);
			return [`${amount} older than ${formatPeriod(days)}`];
		}),
	);
}
