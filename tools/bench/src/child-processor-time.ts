import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever its kernel's clock is. */
const tickMilliseconds = 10;

/**
 * Milliseconds of processor time that the child processes of this one have used: here workerd alone. Null where there is no
 * `/proc`.
 */
export function childProcessorTime(): number | null {
	try {
		const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim();
		const ticks = children.split(" ").map((pid) => readTicks(readFileSync(`/proc/${pid}/stat`, "utf8")));
		return children === "" ? null : tickMilliseconds * ticks.reduce((sum, one) => sum + one, 0);
	} catch {
		return null;
	}
}

/** User and system time. The name before them is in parentheses and may hold spaces. */
export function readTicks(stat: string): number {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return Number(fields[11]) + Number(fields[12]);
}
