import * as z from "zod";
import { instant } from "../instant.ts";
import { recipientStatuses } from "../words/campaign-statuses.ts";

export const RecipientStatus = z.enum(recipientStatuses);

export type RecipientStatus = z.infer<typeof RecipientStatus>;

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

export const recipientsMax = 100_000;

const fieldsCharactersMax = 2000;

export const CampaignRecipientInput = z.object({
	number: z.string().max(64),
	fields: z
		.record(z.string().max(64), z.string().max(1000))
		.refine((fields) => JSON.stringify(fields).length <= fieldsCharactersMax, "Too many or too long fields.")
		.optional(),
	/** The contact's own, when known; decides about quiet hours. */
	timeZone: z.string().max(64).optional(),
	state: z.string().max(64).optional(),
});

export type CampaignRecipientInput = z.infer<typeof CampaignRecipientInput>;

export const CampaignRecipient = z
	.object({
		id: z.string(),
		number: z.string().meta({
			description:
				"E.164; as received when it is no telephone number, with invisible characters written out, such as `\\u202A`.",
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
