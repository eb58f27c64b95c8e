import { readFileSync } from "node:fs";

const tickMilliseconds = 10;

/** Processor milliseconds of the child processes, here workerd; null without `/proc`. */
export function childProcessorTime(): number | null {
	try {
		const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim();
		const ticks = children.split(" ").map((pid) => readTicks(readFileSync(`/proc/${pid}/stat`, "utf8")));
		return children === "" ? null : tickMilliseconds * ticks.reduce((sum, one) => sum + one, 0);
	} catch {
		return null;
	}
}

/** User and system time. The process name before them may hold spaces. */
export function readTicks(stat: string): number {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return Number(fields[11]) + Number(fields[12]);
}
