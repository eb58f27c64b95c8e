import * as z from "zod";
import { type CallOutcome, callOutcomes } from "../calls/calls.ts";
import { instant } from "../instant.ts";
import { responseBuckets } from "../texts/messages.ts";

const date = z.iso.date().meta({ description: "A day in the company's time zone." });

export const analyticsPeriods = ["7d", "30d", "90d"] as const;
export const AnalyticsPeriod = z.enum(analyticsPeriods);
export type AnalyticsPeriod = z.infer<typeof AnalyticsPeriod>;

const period = {
	period: AnalyticsPeriod,
	timeZone: z.string(),
	from: instant.meta({ description: "Where the first day begins." }),
	to: instant.meta({ description: "Where today ends; exclusive." }),
};

const outcomes = Object.fromEntries(callOutcomes.map((outcome) => [outcome, z.int()])) as Record<
	CallOutcome,
	z.ZodInt
>;

export const CallCounts = z
	.object({
		total: z.int().meta({ description: "Includes calls in progress, which have no outcome yet." }),
		...outcomes,
		talkSeconds: z.int(),
	})
	.meta({ id: "CallCounts" });
export type CallCounts = z.infer<typeof CallCounts>;

export const CallDay = CallCounts.extend({ date }).meta({ id: "CallDay" });
export type CallDay = z.infer<typeof CallDay>;

export const ExtensionCounts = z
	.object({
		extension: z.string(),
		name: z
			.string()
			.nullable()
			.meta({ description: "The present or last holder of the keys; null when unknown." }),
		...CallCounts.pick({
			total: true,
			answered: true,
			voicemail: true,
			abandoned: true,
			talkSeconds: true,
		}).shape,
	})
	.meta({ id: "ExtensionCounts" });
export type ExtensionCounts = z.infer<typeof ExtensionCounts>;

export const ReceptionistCounts = z
	.object({
		calls: z.int().meta({
			description:
				"Calls that the AI receptionist took. Each counts once below, as the first of these that happened in it, or not at all.",
		}),
		transferred: z.int(),
		voicemail: z.int(),
		informed: z.int(),
		menu: z.int(),
	})
	.meta({ id: "ReceptionistCounts" });
export type ReceptionistCounts = z.infer<typeof ReceptionistCounts>;

export const CallAnalytics = z
	.object({
		...period,
		days: z.array(CallDay).meta({ description: "Every day of the period, oldest first, today last." }),
		hours: z.array(z.array(z.int())).meta({
			description: "Calls by weekday, Monday first, and by the local hour in which they began.",
		}),
		missedHours: z.array(z.array(z.int())).meta({
			description: "Calls of `hours` with the outcome `abandoned` or `failed`.",
		}),
		extensions: z.array(ExtensionCounts).meta({ description: "Those that had calls." }),
		receptionist: ReceptionistCounts,
		callsOut: z
			.object({ total: z.int(), answered: z.int(), talkSeconds: z.int() })
			.meta({ description: "Calls that people here placed in the period; no other figure counts them." }),
		totals: CallCounts,
		previous: CallCounts.meta({ description: "The same number of days before the period." }),
	})
	.meta({ id: "CallAnalytics" });
export type CallAnalytics = z.infer<typeof CallAnalytics>;

export const TextCounts = z
	.object({
		received: z.int(),
		sent: z.int().meta({ description: "Texts that the carrier took. `by…` split them." }),
		delivered: z.int(),
		undelivered: z.int(),
		failed: z.int(),
		refused: z.int().meta({ description: "Texts that the send gate refused." }),
		byAssistant: z.int(),
		byPeople: z.int(),
		byCampaigns: z.int(),
		bySystem: z.int(),
		optOuts: z.int().meta({ description: "Entries of the consent ledger, as `optIns`." }),
		optIns: z.int(),
	})
	.meta({ id: "TextCounts" });
export type TextCounts = z.infer<typeof TextCounts>;

export const TextDay = TextCounts.extend({ date }).meta({ id: "TextDay" });
export type TextDay = z.infer<typeof TextDay>;

export const ResponseCounts = z
	.object(
		Object.fromEntries(responseBuckets.map((bucket) => [bucket, z.int()])) as Record<
			(typeof responseBuckets)[number],
			z.ZodInt
		>,
	)
	.meta({
		id: "ResponseCounts",
		description:
			"Texts that want an answer, each counted once by the time until the carrier took the answer; `never`: not so far. The assistant's answer is an answer.",
	});
export type ResponseCounts = z.infer<typeof ResponseCounts>;

export const TextAnalytics = z
	.object({
		...period,
		days: z.array(TextDay).meta({ description: "Every day of the period, oldest first, today last." }),
		responses: ResponseCounts,
		totals: TextCounts,
		previous: TextCounts.meta({ description: "The same number of days before the period." }),
	})
	.meta({ id: "TextAnalytics" });
export type TextAnalytics = z.infer<typeof TextAnalytics>;
