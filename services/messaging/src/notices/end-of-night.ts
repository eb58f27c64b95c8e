import { noticeNight } from "@cloudpbx/contracts/words/notice-kinds";
import { minutesOfDay } from "@cloudpbx/domain/hours/days";
import { toInstant } from "@cloudpbx/domain/hours/to-instant";
import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";
import { minuteMilliseconds } from "@cloudpbx/domain/time-units";

/** The end of the night that contains this instant, in the zone's local time; null: it is day. */
export function endOfNight(at: Date, timeZone: string): Date | null {
	const minute = Math.floor(at.getTime() / minuteMilliseconds);
	const local = minute + readOffsetMinutes(timeZone, minute);
	const midnight = Math.floor(local / minutesOfDay) * minutesOfDay;
	const minuteOfDay = local - midnight;
	const isEvening = minuteOfDay >= noticeNight.fromHour * 60;
	if (!isEvening && minuteOfDay >= noticeNight.toHour * 60) return null;
	const morning = midnight + (isEvening ? minutesOfDay : 0) + noticeNight.toHour * 60;
	return new Date(toInstant(timeZone, morning) * minuteMilliseconds);
}
