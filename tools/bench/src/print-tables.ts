import { type CounterTable, counterNames } from "@cloudpbx/kit/counters";
import type { Ratio } from "./measure-ratios.ts";

export function printRatios(ratios: readonly Ratio[]): string {
	return printTable(
		["webhook", "requests/s", "of minimal", "lowest and highest round", "processor ms", "of minimal"],
		ratios.map(({ target, requestsPerSecond, ratio, range, processorMilliseconds, processorRatio }) => [
			target,
			String(requestsPerSecond),
			ratio === null ? "1" : ratio.toFixed(2),
			range === null ? "" : range.map((bound) => bound.toFixed(2)).join(" to "),
			processorMilliseconds?.toFixed(2) ?? "",
			processorRatio?.toFixed(2) ?? "",
		]),
	);
}

export function printCounters(measured: CounterTable, ceilings: CounterTable): string {
	const rows = Object.entries(measured).flatMap(([service, costs]) =>
		Object.entries(costs).map(([name, cost]) => {
			const ceiling = ceilings[service]?.[name];
			const cells = counterNames.map((counter) =>
				ceiling && ceiling[counter] !== cost[counter]
					? `${cost[counter]} of ${ceiling[counter]}`
					: String(cost[counter]),
			);
			return [`${service} ${name}`, ...cells];
		}),
	);
	return printTable(["webhook or route", "round trips", "rows read", "rows written", "queue sends"], rows);
}

function printTable(head: readonly string[], rows: readonly string[][]): string {
	const all = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
	return all
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
				)
				.join("  "),
		)
		.join("\n");
}
