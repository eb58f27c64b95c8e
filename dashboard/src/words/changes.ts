import { formatInteger, formatShare } from "./counts.ts";

export interface Change {
	direction: "up" | "down" | "same";
	/** "12%"; null without a base. */
	percent: string | null;
}

export function changeOf(now: number, before: number): Change {
	const direction = now > before ? "up" : now < before ? "down" : "same";
	return { direction, percent: before === 0 ? null : formatShare(Math.abs(now - before), before) };
}

export function formatBefore(before: number): string {
	return before === 1 ? "was 1" : `were ${formatInteger(before)}`;
}
