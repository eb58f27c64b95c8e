/** What one webhook or one request of the API costs. */
export interface Counters {
	roundTrips: number;
	rowsRead: number;
	rowsWritten: number;
	queueSends: number;
}

export const counterNames = ["roundTrips", "rowsRead", "rowsWritten", "queueSends"] as const;

/** `docs/counters.json`: by service, by what is asked for. */
export type CounterTable = Record<string, Record<string, Counters>>;

/** In sentences: what costs more than its ceiling, what has none, and what nobody measures any more. */
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

/** The counters alone, of a cost that may hold more. */
export function toCounters(cost: Omit<Counters, "queueSends"> & { queueSends?: number }): Counters {
	const { roundTrips, rowsRead, rowsWritten, queueSends = 0 } = cost;
	return { roundTrips, rowsRead, rowsWritten, queueSends };
}
