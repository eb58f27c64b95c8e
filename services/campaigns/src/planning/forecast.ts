import { readState } from "@cloudpbx/domain/quiet-hours/find-quiet-rule";
import { isTimeZone } from "@cloudpbx/domain/quiet-hours/local-time";
import { mayMarketAt, nextOpening } from "@cloudpbx/domain/quiet-hours/send-window";

/** Recipients whose quiet hours are the same, and how long the sender is busy with all of their texts. */
export interface ForecastGroup {
	/** Any one of them. */
	recipient: { number: string; timeZone?: string | null; state?: string | null };
	milliseconds: number;
}

/** Quiet hours begin and end on the hour or the half; looking so often misses nothing that matters. */
const stepMilliseconds = 15 * 60 * 1000;
/** Whoever cannot be reached within that has no hour in common with us. */
const stepsMax = 20_000;

/**
 * When the last text will have gone out, if it starts at `startAt` and nothing goes wrong. Within a quarter of an hour,
 * whoever may be texted is; nobody else's text waits behind somebody who sleeps.
 */
export function forecastEnd(groups: readonly ForecastGroup[], startAt: Date, quietHours: boolean): Date {
	const total = groups.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
	if (!quietHours) return new Date(startAt.getTime() + total);
	let waiting = groups.map((group) => ({ ...group }));
	let at = startAt;
	for (let step = 0; step < stepsMax && waiting.length > 0; step++) {
		let left = stepMilliseconds;
		for (const group of waiting) {
			if (left <= 0) break;
			if (!mayMarketAt(group.recipient, at).allowed) continue;
			const used = Math.min(left, group.milliseconds);
			group.milliseconds -= used;
			left -= used;
		}
		waiting = waiting.filter(({ milliseconds }) => milliseconds > 0);
		if (waiting.length === 0) return new Date(at.getTime() + stepMilliseconds - left);
		at =
			left === stepMilliseconds
				? new Date(Math.min(...waiting.map(({ recipient }) => nextOpening(recipient, at).getTime())))
				: new Date(at.getTime() + stepMilliseconds);
	}
	return at;
}

/**
 * What decides about a recipient's quiet hours, as a key: the same key, the same hours. A zone or a state that there is not
 * decides nothing.
 */
export function quietKeyOf({ number, timeZone, state }: ForecastGroup["recipient"]): string {
	const zone = timeZone && isTimeZone(timeZone) ? timeZone : "";
	return `${number.slice(0, 5)} ${zone} ${readState(state) ?? ""}`;
}
