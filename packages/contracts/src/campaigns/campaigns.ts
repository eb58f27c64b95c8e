import * as z from "zod";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import { campaignStatuses } from "../words/campaign-statuses.ts";
import { textCharactersMax } from "../words/text-limits.ts";
import { RecipientStatus } from "./campaign-recipients.ts";
import { RatePerSecond } from "./rate-per-second.ts";

export const CampaignStatus = z.enum(campaignStatuses);

export type CampaignStatus = z.infer<typeof CampaignStatus>;

/** The owner's plan of a campaign; absent values have the defaults given here. */
export const CampaignPlan = z.object({
	name: z.string().trim().min(1).max(200),
	/** `{{field}}` is replaced by the recipient's value, `{{field|word}}` by the word when there is no value. */
	message: z.string().min(1).max(textCharactersMax),
	fromNumber: z.string().trim().min(1).max(64).optional(),
	/** Null or absent: at once. */
	startAt: instant.nullable().optional(),
	/** False: marketing goes out at any hour of the recipient's day. */
	quietHours: z.boolean().optional(),
	ratePerSecond: RatePerSecond.optional(),
	/** True: numbers that never opted in (consent ledger) are set aside. */
	requireConsent: z.boolean().optional(),
});

export type CampaignPlan = z.infer<typeof CampaignPlan>;

export const DraftPlan = CampaignPlan.extend({ message: z.string().max(textCharactersMax) });

/** Absent values stay. An old `version` is refused. */
export const ChangeCampaign = DraftPlan.partial().extend({ version: Version.optional() });

export type ChangeCampaign = z.infer<typeof ChangeCampaign>;

export const CampaignCounts = z
	.object({
		total: z.int().meta({ description: "All recipients; the other counts add up to it." }),
		queued: z.int(),
		sending: z.int(),
		sent: z.int().meta({ description: "Taken by the carrier, no word yet on its delivery." }),
		delivered: z.int(),
		undelivered: z.int(),
		failed: z.int(),
		skipped: z.int(),
	})
	.meta({ id: "CampaignCounts" });

export type CampaignCounts = z.infer<typeof CampaignCounts>;

export const Campaign = z
	.object({
		id: z.string(),
		name: z.string(),
		message: z.string(),
		status: CampaignStatus,
		reason: z
			.string()
			.nullable()
			.meta({ description: "Why it is paused or failed, and what to do next, in words." }),
		fromNumber: z.string(),
		startAt: instant.nullable(),
		quietHours: z.boolean(),
		ratePerSecond: z.number().meta({ description: "Its own, or the sender's." }),
		requireConsent: z.boolean(),
		counts: CampaignCounts,
		replies: z.int().meta({
			description:
				"Recipients who replied within seven days after the campaign's text; an opt-out is no reply.",
		}),
		optOuts: z.int().meta({ description: "Recipients who opted out by a text within those seven days." }),
		version: Version.meta({ description: "Grows with every change of its plan or its recipients." }),
		createdBy: z.string().nullable(),
		createdAt: instant,
		startedAt: instant.nullable(),
		endedAt: instant.nullable(),
	})
	.meta({ id: "Campaign" });

export type Campaign = z.infer<typeof Campaign>;

export const CampaignProgress = Campaign.extend({
	achievedPerSecond: z.number().nullable().meta({
		description: "Texts a second from the first one to the last one so far; null before the second one.",
	}),
	pace: z.string().nullable().meta({
		description:
			"Why it sends more slowly than its rate says, in words; null while it does not, or when it is not sending.",
	}),
	forecastEndAt: instant
		.nullable()
		.meta({ description: "When it was expected to end when it started, by its rate and quiet hours." }),
	expectedEndAt: instant
		.nullable()
		.meta({ description: "When it will end, as it looks now; null unless it is sending." }),
	heldUntil: instant.nullable().meta({
		description: "The next moment at which quiet hours let somebody's text go; null when nobody is held.",
	}),
}).meta({ id: "CampaignProgress" });

export type CampaignProgress = z.infer<typeof CampaignProgress>;

export const CampaignOutcomes = z
	.object({
		counts: CampaignCounts,
		replies: z.int(),
		optOuts: z.int(),
		items: z
			.array(
				z.object({
					status: RecipientStatus,
					reason: z.string().nullable().meta({
						description: "In words, those of the carrier's code included; null where a status needs none.",
					}),
					errorCode: z.int().nullable().meta({ description: "The carrier's." }),
					count: z.int(),
				}),
			)
			.meta({ description: "By status, the largest group first; they add up to `counts.total`." }),
	})
	.meta({ id: "CampaignOutcomes" });

export type CampaignOutcomes = z.infer<typeof CampaignOutcomes>;

export const ListCampaigns = z.object({
	status: CampaignStatus.optional(),
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});

export type ListCampaigns = z.input<typeof ListCampaigns>;

/** Queue `campaign-batches`: this number has campaign texts to send. May be delivered repeatedly. */
export const CampaignJob = z.object({ sender: z.string().max(64) });

export type CampaignJob = z.infer<typeof CampaignJob>;
