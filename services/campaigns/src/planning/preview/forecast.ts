import { findPlaceZone } from "@cloudpbx/domain/quiet-hours/place-zones";
import { readState } from "@cloudpbx/domain/quiet-hours/read-state";
import { mayMarketAt, nextOpening } from "@cloudpbx/domain/quiet-hours/send-window";

export interface ForecastGroup {
	recipient: { number: string; timeZone?: string | null; state?: string | null };
	milliseconds: number;
}

/** Quiet hours begin and end on the hour or the half hour. */
const stepMilliseconds = 15 * 60 * 1000;
/** A recipient that is not reached within these steps has no sending hour. */
const stepsMax = 20_000;

/** The last text's instant if nothing fails. Groups in quiet hours do not delay others. */
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

/** Equal keys have equal quiet hours. An unknown zone or state is ignored. */
export function quietKeyOf({ number, timeZone, state }: ForecastGroup["recipient"]): string {
	const zone = findPlaceZone(timeZone, number) ?? "";
	return `${number.slice(0, 5)} ${zone} ${readState(state) ?? ""}`;
}
