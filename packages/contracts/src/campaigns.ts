import * as z from "zod";
import { RatePerSecond } from "./rate-per-second.ts";
import { Version } from "./version.ts";
import { campaignStatuses, recipientStatuses } from "./words/campaign-statuses.ts";

const instant = z.iso.datetime();

export const CampaignStatus = z.enum(campaignStatuses);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

export const RecipientStatus = z.enum(recipientStatuses);
export type RecipientStatus = z.infer<typeof RecipientStatus>;

/** Why a recipient was set aside before anything was sent. */
export const setAsideReasons = [
	"invalid",
	"duplicate",
	/** In a country that the owner has not allowed, or a premium-rate number. */
	"country_forbidden",
	"opted_out",
	"pair_closed",
	"landline",
	"no_consent",
	"too_long",
] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** So many recipients are taken in one request. */
export const recipientsMax = 100_000;
/** The values of one recipient's fields together, as JSON. */
const fieldsCharactersMax = 2000;

/** A recipient as it came in: whatever was typed as its number, and what `{{name}}` in the message stands for. */
export const CampaignRecipientInput = z.object({
	number: z.string().max(64),
	fields: z
		.record(z.string().max(64), z.string().max(1000))
		.refine((fields) => JSON.stringify(fields).length <= fieldsCharactersMax, "Too many or too long fields.")
		.optional(),
	/** The contact's own, when known: they decide about quiet hours. */
	timeZone: z.string().max(64).optional(),
	state: z.string().max(64).optional(),
});
export type CampaignRecipientInput = z.infer<typeof CampaignRecipientInput>;

/** Of a text with its fields filled in, too: the carrier takes no more. */
export const messageCharactersMax = 1600;

/** What an owner decides about a campaign; absent values have the defaults named here. */
export const CampaignPlan = z.object({
	name: z.string().trim().min(1).max(200),
	/** `{{field}}` is replaced by the recipient's value, `{{field|word}}` by the word where there is none. */
	message: z.string().min(1).max(messageCharactersMax),
	/** One of the company's numbers, as typed; the main line without it. */
	fromNumber: z.string().trim().min(1).max(64).optional(),
	/** When it starts; at once without it. */
	startAt: instant.nullable().optional(),
	/** False: marketing goes out at any hour of the recipient's day. */
	quietHours: z.boolean().optional(),
	/** Texts a second; the sender's own rate without it. */
	ratePerSecond: RatePerSecond.optional(),
	/** True: numbers that never opted in (consent ledger) are set aside. */
	requireConsent: z.boolean().optional(),
});
export type CampaignPlan = z.infer<typeof CampaignPlan>;

/** The plan of a draft: its message may be empty. */
export const DraftPlan = CampaignPlan.extend({ message: z.string().max(messageCharactersMax) });

/** What changes of a plan; absent values stay. With a `version` that is not the campaign's nothing is changed. */
export const ChangeCampaign = DraftPlan.partial().extend({ version: Version.optional() });
export type ChangeCampaign = z.infer<typeof ChangeCampaign>;

export const CampaignCounts = z
	.object({
		total: z.int().meta({ description: "Everybody who was handed in; the others add up to it." }),
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

/** A campaign alone also says how fast it is and when it will be done. */
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

export const CampaignRecipient = z
	.object({
		id: z.string(),
		number: z.string().meta({
			description:
				"E.164; as it was handed in where it is no telephone number, with what nobody sees written out, such as `\\u202A`.",
		}),
		status: RecipientStatus,
		reason: z.string().nullable().meta({ description: "Why it was skipped, held or failed, in words." }),
		errorCode: z.int().nullable().meta({ description: "The carrier's." }),
		segments: z.int().nullable(),
		messageId: z.string().nullable().meta({ description: "Its text, once there is one." }),
		heldUntil: instant.nullable(),
		fields: z.record(z.string(), z.string()),
		updatedAt: instant,
		repliedAt: instant
			.nullable()
			.meta({ description: "First reply within seven days after the campaign's text." }),
		optedOutAt: instant.nullable().meta({ description: "Opt-out by a text within those seven days." }),
	})
	.meta({ id: "CampaignRecipient" });
export type CampaignRecipient = z.infer<typeof CampaignRecipient>;

/** The recipients of a campaign, counted in groups. */
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

/** A campaign's text as one recipient would get it. */
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

/** What would become of a campaign. Nothing is stored by it. */
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

export const ListCampaigns = z.object({
	status: CampaignStatus.optional(),
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type ListCampaigns = z.input<typeof ListCampaigns>;

export const ListRecipients = z.object({
	status: RecipientStatus.optional(),
	/** Digits: part of a number as typed. Anything else: part of a field's value. */
	query: z.string().trim().min(1).max(100).optional(),
	replied: z.boolean().optional(),
	optedOut: z.boolean().optional(),
	limit: z.int().min(1).max(5000).default(50),
	cursor: z.string().max(500).optional(),
});
export type ListRecipients = z.input<typeof ListRecipients>;

/** A message of the queue `campaign-batches`: this number has texts of campaigns to send. Safe to deliver any number of times. */
export const CampaignJob = z.object({ sender: z.string().max(64) });
export type CampaignJob = z.infer<typeof CampaignJob>;
