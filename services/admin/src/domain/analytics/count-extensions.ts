import type { CallCounts, ExtensionCounts } from "@cloudpbx/contracts/api/analytics";
import { addCalls, noCalls } from "./count-calls.ts";
import type { LocalQuarters } from "./local-quarters.ts";
import type { LocalDays } from "./plan-days.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

export interface ExtensionSum {
	extension: string;
	counts: Record<string, number>;
}

interface ExtensionFacts {
	sums: readonly ExtensionSum[];
	edges: readonly (DayCounts & { extension: string })[];
	names: ReadonlyMap<string, string>;
}

export function countExtensions(
	{ sums, edges, names }: ExtensionFacts,
	{ first }: LocalDays,
	toLocal: LocalQuarters,
): ExtensionCounts[] {
	const counted = new Map<string, CallCounts>();
	const add = (extension: string, measure: string, amount: number) => {
		const counts = counted.get(extension) ?? noCalls();
		addCalls(counts, measure, amount);
		counted.set(extension, counts);
	};
	for (const { extension, counts } of sums) {
		for (const [measure, count] of Object.entries(counts)) add(extension, measure, count);
	}
	for (const row of edges) {
		for (const { day, measure, count } of readQuarters(row, toLocal)) {
			if (day >= first) add(row.extension, measure, count);
		}
	}
	return [...counted]
		.filter(([, { total }]) => total > 0)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([extension, { total, answered, voicemail, abandoned, talkSeconds }]) => ({
			extension,
			name: names.get(extension) ?? null,
			total,
			answered,
			voicemail,
			abandoned,
			talkSeconds,
		}));
}
