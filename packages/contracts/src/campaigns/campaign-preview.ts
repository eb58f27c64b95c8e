import * as z from "zod";
import { instant } from "../instant.ts";
import { type SetAsideReason, setAsideReasons } from "./campaign-recipients.ts";

export const CampaignSample = z
	.object({
		position: z.int().meta({ description: "The recipient's place in the list, from 0." }),
		number: z.string(),
		text: z.string(),
		segments: z.int(),
		missingFields: z.array(z.string()).meta({
			description:
				"Fields of the message for which the recipient has no value and the message no other word.",
		}),
		setAside: z.enum(setAsideReasons).nullable().meta({ description: "Why the recipient would not get it." }),
	})
	.meta({ id: "CampaignSample" });

export type CampaignSample = z.infer<typeof CampaignSample>;

export const CampaignPreview = z
	.object({
		total: z.int(),
		kept: z.int(),
		setAside: z.object(
			Object.fromEntries(setAsideReasons.map((reason) => [reason, z.int()])) as Record<
				SetAsideReason,
				z.ZodInt
			>,
		),
		examples: z
			.array(z.object({ number: z.string(), reason: z.enum(setAsideReasons), words: z.string() }))
			.meta({ description: "Some of those set aside." }),
		segments: z.object({
			encoding: z.enum(["GSM-7", "UCS-2"]),
			forcedBy: z.array(z.string()).meta({
				description: "The characters that turn the text to UCS-2, and so more than double its segments.",
			}),
			perMessageMin: z.int(),
			perMessageMax: z.int(),
			total: z.int(),
		}),
		sample: z.string().nullable().meta({ description: "The text of the first recipient who is kept." }),
		samples: z.object({
			first: CampaignSample.nullable().meta({ description: "The first recipient who is kept." }),
			longest: CampaignSample.nullable().meta({
				description:
					"The kept recipient with the most segments, and of several the one with the longest text.",
			}),
			chosen: CampaignSample.nullable().meta({ description: "The recipient at the `position` asked for." }),
		}),
		missingFields: z.object({
			count: z.int().meta({ description: "Kept recipients without a value for a field of the message." }),
			examples: z.array(z.object({ position: z.int(), number: z.string(), fields: z.array(z.string()) })),
		}),
		estimate: z.object({
			cost: z.number(),
			currency: z.literal("USD"),
			ratePerSecond: z.number(),
			startsAt: instant,
			finishesAt: instant.nullable().meta({ description: "Null when nobody is kept." }),
			durationSeconds: z.int(),
		}),
		warnings: z.array(
			z.object({
				code: z.enum([
					"no_opt_out_wording",
					"missing_fields",
					"ucs2",
					"long",
					"nobody",
					"merge_fields",
					"time_zones",
				]),
				message: z.string(),
			}),
		),
	})
	.meta({ id: "CampaignPreview" });

export type CampaignPreview = z.infer<typeof CampaignPreview>;
