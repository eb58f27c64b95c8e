import { findPlaceZone } from "@cloudpbx/domain/quiet-hours/place-zones";
import { readState } from "@cloudpbx/domain/quiet-hours/read-state";
import { mayMarketAt, nextOpening } from "@cloudpbx/domain/quiet-hours/send-window";

/** Recipients with the same quiet hours, and the sending time of all their texts. */
export interface ForecastGroup {
	/** Any recipient of the group. */
	recipient: { number: string; timeZone?: string | null; state?: string | null };
	milliseconds: number;
}

/** Quiet hours begin and end on the hour or the half hour, so steps of 15 minutes are exact enough. */
const stepMilliseconds = 15 * 60 * 1000;
/** Maximum steps. A recipient that cannot be reached within them has no sending hour at all. */
const stepsMax = 20_000;

/**
 * The instant of the last text, if the campaign starts at `startAt` and nothing fails. Within each step of 15
 * minutes all groups whose quiet hours are over are sent; groups in their quiet hours do not delay them.
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
 * A key of everything that determines a recipient's quiet hours: equal keys have equal hours. An unknown zone
 * or state is ignored.
 */
export function quietKeyOf({ number, timeZone, state }: ForecastGroup["recipient"]): string {
	const zone = findPlaceZone(timeZone, number) ?? "";
	return `${number.slice(0, 5)} ${zone} ${readState(state) ?? ""}`;
}
