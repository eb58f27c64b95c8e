import type { QuietRule } from "./get-quiet-rule.ts";
import type { HoursOfDay } from "./state-windows.ts";

/** Returns the reason in words, the same words for the same rule, so that they can be counted. */
export function describeQuietRule({ window, isPlaceUnknown }: QuietRule, closedZone: string): string {
	const hours = `quiet hours of ${window.name}: marketing texts only ${describeWeek(window.week)}`;
	const clock = `by the recipient's clock (${closedZone})`;
	if (!isPlaceUnknown) return `${hours} ${clock}`;
	return `${hours} in every state, because it is not known where the recipient is (${closedZone} is closed)`;
}

function describeWeek([sunday, weekday, , , , , saturday]: readonly HoursOfDay[]): string {
	const parts: [string, HoursOfDay | undefined][] = [
		["Monday to Friday", weekday],
		["Saturday", saturday],
		["Sunday", sunday],
	];
	if (isSame(weekday, saturday) && isSame(weekday, sunday)) return describeHours(weekday);
	if (isSame(weekday, saturday)) parts.splice(0, 2, ["Monday to Saturday", weekday]);
	else if (isSame(saturday, sunday)) parts.splice(1, 2, ["Saturday and Sunday", saturday]);
	return parts.map(([days, hours]) => `${days} ${describeHours(hours)}`).join(", ");
}

function isSame(one: HoursOfDay | undefined, other: HoursOfDay | undefined): boolean {
	return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function describeHours([from, until]: HoursOfDay = [0, 24]): string {
	return from === until ? "not at all" : `from ${from}:00 to ${until}:00`;
}
