export interface Counters {
	roundTrips: number;
	rowsRead: number;
	rowsWritten: number;
	queueSends: number;
}

export const counterNames = ["roundTrips", "rowsRead", "rowsWritten", "queueSends"] as const;

/** `docs/counters.json`: counters by service and request. */
export type CounterTable = Record<string, Record<string, Counters>>;

/** Returns sentences: requests above their ceiling, requests without one, and ceilings that nothing measured. */
export function listGrown(ceilings: Record<string, Counters>, measured: Record<string, Counters>): string[] {
	const grown = Object.entries(measured).flatMap(([name, cost]) => {
		const ceiling = ceilings[name];
		if (!ceiling) return [`${name} has no ceiling; it costs ${JSON.stringify(cost)}.`];
		return counterNames
			.filter((counter) => cost[counter] > ceiling[counter])
			.map((counter) => `${name}: ${counter} grew to ${cost[counter]}; its ceiling is ${ceiling[counter]}.`);
	});
	const missing = Object.keys(ceilings).filter((name) => !(name in measured));
	return [...grown, ...missing.map((name) => `${name} has a ceiling and was not measured.`)];
}

/** Keeps the counters of a cost that may hold more. */
export function toCounters(cost: Omit<Counters, "queueSends"> & { queueSends?: number }): Counters {
	const { roundTrips, rowsRead, rowsWritten, queueSends = 0 } = cost;
	return { roundTrips, rowsRead, rowsWritten, queueSends };
}
