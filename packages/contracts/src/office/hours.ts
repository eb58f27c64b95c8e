import * as z from "zod";
import { GreetingAudio } from "../calls/line-greetings.ts";
import { Ext } from "../extensions/ext.ts";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import {
	closedWays,
	holidayCountries,
	holidayNames,
	hoursLimits,
	type Weekday,
	weekdays,
} from "../words/hours-words.ts";

const Start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time from 00:00 to 23:59, such as 09:00.");
const End = z
	.string()
	.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time from 00:01 to 24:00, such as 17:00.");

/** Company's local time: open from the first minute on, closed from the second on. 24:00 is the end of the day. */
export const Interval = z
	.tuple([Start, End])
	.refine(([start, end]) => start < end, {
		error:
			"The end comes after the start. Hours past midnight are two intervals: until 24:00, and from 00:00 on the next day.",
	})
	.meta({ id: "Interval" });
export type Interval = z.infer<typeof Interval>;

/** Intervals of one day, in any order; none: closed. Two may touch, but not overlap. */
export const Intervals = z
	.array(Interval)
	.max(hoursLimits.intervalsOfDay, `A day has ${hoursLimits.intervalsOfDay} intervals at most.`)
	.refine(areApart, { error: "Two intervals of a day overlap." });

const daysOfWeek = Object.fromEntries(weekdays.map((day) => [day, Intervals.optional()])) as Record<
	Weekday,
	z.ZodOptional<typeof Intervals>
>;

/** No day at all: always open. Otherwise an absent day is closed. */
export const Week = z.strictObject(daysOfWeek).meta({ id: "Week" });
export type Week = z.infer<typeof Week>;

const HoursGreeting = z
	.string()
	.trim()
	.max(hoursLimits.greeting)
	.nullable()
	.default(null)
	.meta({ description: "What callers hear then; null or empty: the usual words." });

const Day = z.iso
	.date("A date such as 2026-12-24.")
	.refine((date) => date >= "2000" && date < `${hoursLimits.lastYear + 1}`, {
		error: `A date from 2000 to ${hoursLimits.lastYear}.`,
	});

/** Replaces the week on these days. No intervals: closed. */
export const HoursException = z
	.strictObject({
		name: z
			.string()
			.trim()
			.min(1, "A name is needed: callers may hear why it is closed.")
			.max(hoursLimits.exceptionName),
		from: Day,
		/** The last day; null or absent: `from`. */
		to: Day.nullish(),
		intervals: Intervals.default([]),
		greeting: HoursGreeting,
	})
	.refine(({ from, to }) => from <= (to ?? from), {
		error: "The last day comes before the first.",
		path: ["to"],
	})
	.transform((exception) => ({ ...exception, to: exception.to ?? exception.from }))
	.meta({ id: "HoursException" });
export type HoursException = z.infer<typeof HoursException>;

const Exceptions = z
	.array(HoursException)
	.max(hoursLimits.exceptions, `There are ${hoursLimits.exceptions} exceptions at most.`);

/** Federal holidays on which the company is closed, observed days included. */
export const Holidays = z
	.strictObject({ country: z.enum(holidayCountries).nullable(), names: z.array(z.string().max(100)).max(50) })
	.superRefine(({ country, names }, context) => {
		for (const [index, name] of names.entries()) {
			const known: readonly string[] = country ? holidayNames[country] : [];
			if (known.includes(name)) continue;
			const message = country
				? `There is no federal holiday of this name. There are: ${known.join("; ")}.`
				: "A country is needed for holidays: US or CA.";
			context.addIssue({ code: "custom", message, path: ["names", index] });
		}
	})
	.meta({ id: "Holidays" });
export type Holidays = z.infer<typeof Holidays>;

/** Wins over everything until its instant, then ends by itself. */
export const HoursOverride = z
	.strictObject({
		state: z.enum(["open", "closed"]),
		until: z.iso.datetime({ offset: true, error: "An instant such as 2026-12-24T17:00:00Z." }),
		greeting: HoursGreeting,
	})
	.meta({ id: "HoursOverride" });
export type HoursOverride = z.infer<typeof HoursOverride>;

const closedFields = {
	greeting: HoursGreeting,
	then: z.enum(closedWays),
	extension: Ext.nullish(),
	number: z.string().trim().max(40).nullish(),
};

export const ClosedMainLine = z
	.strictObject(closedFields)
	.superRefine(({ then, extension, number }, context) => {
		if (then === "voicemail" && !extension) {
			const message = "Whose voicemail? An extension is needed.";
			context.addIssue({ code: "custom", message, path: ["extension"] });
		}
		if (then === "number" && !number) {
			context.addIssue({ code: "custom", message: "Which number rings?", path: ["number"] });
		}
	})
	.meta({ id: "ClosedMainLine" });
export type ClosedMainLine = z.infer<typeof ClosedMainLine>;

const fields = {
	week: Week,
	exceptions: Exceptions,
	holidays: Holidays,
	override: HoursOverride.nullable(),
	closed: ClosedMainLine,
};

export const Hours = z.object(fields);
export type Hours = z.infer<typeof Hours>;

/** The row in D1 `settings`. It holds the extension's id, which stays the same when the keys change. */
export const StoredHours = Hours.extend({
	closed: z.strictObject({
		...closedFields,
		extension: z
			.string()
			.regex(/^ext_\w{1,64}$/)
			.nullish(),
	}),
});

export const hoursKey = "hours";

export const WholeHours = z
	.object({
		...fields,
		greetingAudio: GreetingAudio.meta({
			description:
				"The kind of the recording that callers of the closed main line hear in place of `closed.greeting`; null: none. It has routes of its own.",
		}),
		version: Version,
	})
	.meta({ id: "Hours" });
export type WholeHours = z.infer<typeof WholeHours>;

/** The whole object that GET gave, or the part of it that changes. Unknown names are refused. */
export const UpdateHours = z
	.strictObject({
		...fields,
		greetingAudio: GreetingAudio.meta({ description: "Read-only here; it has routes of its own." }),
		version: Version,
	})
	.partial();
export type UpdateHours = z.infer<typeof UpdateHours>;

/**
 * Null: the company's. With an own week the company's override still counts; own exceptions replace its exceptions.
 */
export const DestinationHours = z
	.union(
		[
			z.literal("always"),
			z.strictObject({ week: Week, exceptions: Exceptions.optional(), holidays: Holidays.optional() }),
		],
		{
			error:
				'Null for the company\'s hours, "always", or a week: { "week": { "monday": [["09:00","17:00"]] } }.',
		},
	)
	.nullable()
	.meta({ id: "DestinationHours" });
export type DestinationHours = z.infer<typeof DestinationHours>;

export const OpeningNow = z
	.object({
		isOpen: z.boolean(),
		because: z.string().nullable().meta({
			description: "The name of the exception or holiday that decides, `override`, or null: the week.",
		}),
		until: instant.nullable().meta({
			description: "When `isOpen` changes next; null: not within a year.",
		}),
	})
	.meta({ id: "OpeningNow" });
export type OpeningNow = z.infer<typeof OpeningNow>;

export const HolidaysOfYear = z
	.object({
		country: z.enum(holidayCountries),
		year: z.int(),
		holidays: z.array(
			z.object({
				name: z.string(),
				date: z.iso.date(),
				isObserved: z
					.boolean()
					.meta({ description: "A working day on which a holiday of a weekend is kept." }),
			}),
		),
	})
	.meta({ id: "HolidaysOfYear" });
export type HolidaysOfYear = z.infer<typeof HolidaysOfYear>;

function areApart(intervals: readonly Interval[]): boolean {
	const sorted = intervals.toSorted(([one], [other]) => (one < other ? -1 : 1));
	return sorted.every(([start], index) => index === 0 || (sorted[index - 1]?.[1] ?? "") <= start);
}
