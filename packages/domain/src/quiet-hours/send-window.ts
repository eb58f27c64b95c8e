import { minuteMilliseconds } from "../time-units.ts";
import { describeQuietRule } from "./describe-quiet-rule.ts";
import { getQuietRule, type QuietRule, type Recipient } from "./get-quiet-rule.ts";
import { readLocalTime } from "./local-time.ts";
import type { MarketingWindow } from "./state-windows.ts";

export type { Recipient };

/** `rule` is for people and begins with "quiet hours"; `opensAt` is the first allowed minute. */
export type SendWindow = { allowed: true } | { allowed: false; rule: string; opensAt: Date };

/** Two zones settle within a few steps; more means a table without a common hour. */
const stepsMax = 100;

/** Returns whether a marketing text may reach this recipient now, and if not, when. */
export function mayMarketAt(recipient: Recipient, instant: Date): SendWindow {
	const rule = getQuietRule(recipient);
	const minute = Math.floor(instant.getTime() / minuteMilliseconds);
	const closed = rule.zones.find((zone) => !isOpen(rule.window, zone, minute));
	if (closed === undefined) return { allowed: true };
	const opensAt = new Date(findOpening(rule, minute) * minuteMilliseconds);
	return { allowed: false, rule: describeQuietRule(rule, closed), opensAt };
}

/** Returns the instant itself when it is open, otherwise the first open minute. */
export function nextOpening(recipient: Recipient, instant: Date): Date {
	const window = mayMarketAt(recipient, instant);
	return window.allowed ? instant : window.opensAt;
}

function isOpen({ week }: MarketingWindow, zone: string, minute: number): boolean {
	const { weekday, minuteOfDay } = readLocalTime(zone, minute);
	const [from, until] = week[weekday] ?? [0, 0];
	return minuteOfDay >= from * 60 && minuteOfDay < until * 60;
}

function findOpening({ zones, window }: QuietRule, minute: number): number {
	let opening = minute;
	for (let step = 0; step < stepsMax; step++) {
		const before = opening;
		for (const zone of zones) opening = findOpeningIn(zone, window, opening);
		if (opening === before) return opening;
	}
	throw new Error(`No hour is open in all of ${zones.join(", ")}`);
}

function findOpeningIn(zone: string, window: MarketingWindow, minute: number): number {
	let shut = minute;
	let open = minute;
	while (!isOpen(window, zone, open)) {
		shut = open;
		open += minutesUntilOpening(zone, window, open);
	}
	return open === minute ? open : findFirstOpen(zone, window, shut, open);
}

function minutesUntilOpening(zone: string, { week }: MarketingWindow, minute: number): number {
	const { weekday, minuteOfDay } = readLocalTime(zone, minute);
	const today = (week[weekday]?.[0] ?? 0) * 60;
	if (minuteOfDay < today) return today - minuteOfDay;
	return 1440 - minuteOfDay + (week[(weekday + 1) % 7]?.[0] ?? 0) * 60;
}

/** Finds the first open minute after clocks were put forward on the way. */
function findFirstOpen(zone: string, window: MarketingWindow, shut: number, open: number): number {
	if (!isOpen(window, zone, open - 1)) return open;
	let before = shut;
	let after = open;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (isOpen(window, zone, middle)) after = middle;
		else before = middle;
	}
	return after;
}
