import { writeInteger } from "./counts.ts";

const percents = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });

export interface Change {
	/** Of the change: up, down, as many. */
	direction: "up" | "down" | "same";
	/** "12%"; null where there is no base to have a share of. */
	percent: string | null;
}

export function changeOf(now: number, before: number): Change {
	const direction = now > before ? "up" : now < before ? "down" : "same";
	return { direction, percent: before === 0 ? null : percents.format(Math.abs(now - before) / before) };
}

/** "were 214", to stand beside the figure of now. */
export function writeBefore(before: number): string {
	return before === 1 ? "was 1" : `were ${writeInteger(before)}`;
}
