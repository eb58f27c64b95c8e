import type { RetentionCount } from "@cloudpbx/contracts/settings";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import type { Resource } from "../../../api/resource.ts";
import { countOf, writeAtLeast, writeList } from "../../../words/counts.ts";
import { type RetentionField, writePeriod } from "./periods.ts";

export type Lowered = Partial<Record<RetentionField, number>>;

/** As far as the server counts. */
const countMax = 10_000;

/** How much is older than it would be kept. */
export function expiredResource(lowered: Lowered): Resource<RetentionCount> {
	const query = Object.fromEntries(
		Object.entries(lowered).map(([field, days]) => [field, String(days)]),
	) as Partial<Record<RetentionField, string>>;
	return {
		key: `settings/retention?${new URLSearchParams(query)}`,
		load: (signal) => ask(() => api.settings.retention.$get({ query }, until(signal))),
	};
}

/** "1,204 voicemails older than 90 days and 12 texts older than 1 year"; empty where nothing would go. */
export function writeExpired(count: RetentionCount, lowered: Lowered): string {
	const kinds: [number | null, number | undefined, { one: string; other: string }][] = [
		[count.voicemails, lowered.recordingRetentionDays, { one: "voicemail", other: "voicemails" }],
		[count.texts, lowered.textRetentionDays, { one: "text", other: "texts" }],
		[count.auditEntries, lowered.auditRetentionDays, { one: "audit entry", other: "audit entries" }],
	];
	return writeList(
		kinds.flatMap(([items, days, forms]) => {
			if (!items || days === undefined) return [];
			const amount = items >= countMax ? `${writeAtLeast(items)} ${forms.other}` : countOf(items, forms);
			return [`${amount} older than ${writePeriod(days)}`];
		}),
	);
}
