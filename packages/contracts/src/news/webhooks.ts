import * as z from "zod";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import { deliveryStatuses, pauseReasons, webhookEvents, webhookLimits } from "../words/webhook-words.ts";

/** A message of the queue `webhook-deliveries`: something for this webhook is due. May be delivered repeatedly. */
export const WebhookJob = z.object({ webhookId: z.string().startsWith("whk_") });
export type WebhookJob = z.infer<typeof WebhookJob>;

export const Webhook = z
	.object({
		id: z.string(),
		url: z.string(),
		description: z.string(),
		events: z.array(z.enum(webhookEvents)),
		isPaused: z.boolean().meta({
			description: `While it is paused nothing is sent. Events of ${webhookLimits.keptDays} days wait for it.`,
		}),
		pausedReason: z.enum(pauseReasons).nullable().meta({
			description:
				"`person`: somebody paused it. `failing`: a day of tries came to nothing. `gone`: the receiver answered 410. `restored`: it has no secret until a new one is made.",
		}),
		pausedAt: instant.nullable(),
		failingSince: instant.nullable().meta({ description: "Null: the last try was taken." }),
		lastDeliveredAt: instant.nullable(),
		waitingCount: z.int().meta({ description: "Deliveries that are still to be made; 1000 means more." }),
		previousSecretUntil: instant.nullable().meta({
			description: "Until then each delivery is signed with the previous secret, too.",
		}),
		createdBy: z.string().nullable(),
		createdAt: instant,
		version: Version,
	})
	.meta({ id: "Webhook" });
export type Webhook = z.infer<typeof Webhook>;

const secret = z
	.string()
	.meta({ description: "`whsec_` and base64; shown only now. Each delivery is signed with it." });

export const NewWebhook = Webhook.extend({ secret }).meta({ id: "NewWebhook" });
export type NewWebhook = z.infer<typeof NewWebhook>;

export const WebhookSecret = z
	.object({ secret, previousSecretUntil: instant.nullable() })
	.meta({ id: "WebhookSecret" });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

const url = z
	.string()
	.trim()
	.min(1, "An address is needed, such as https://example.com/cloudpbx.")
	.max(webhookLimits.urlLength);
const events = z
	.array(z.enum(webhookEvents, { error: `There are only these events: ${webhookEvents.join(", ")}.` }))
	.min(1, "At least one event is needed.")
	.max(100)
	.transform((names) => webhookEvents.filter((name) => names.includes(name)));
const description = z.string().trim().max(webhookLimits.descriptionLength);

export const CreateWebhook = z.object({ url, events, description: description.default("") });
export type CreateWebhook = z.infer<typeof CreateWebhook>;

/** An absent field stays. */
export const UpdateWebhook = z.object({
	url: url.optional(),
	events: events.optional(),
	description: description.optional(),
	isPaused: z.boolean().optional(),
	version: Version.optional(),
});
export type UpdateWebhook = z.infer<typeof UpdateWebhook>;

export const DeliveryTry = z
	.object({
		at: instant,
		status: z.enum(["delivered", "failed"]),
		statusCode: z.int().nullable().meta({ description: "Null: no answer came." }),
		reason: z.string().nullable().meta({ description: "Why it did not count, in words." }),
		durationSeconds: z.number(),
	})
	.meta({ id: "DeliveryTry" });
export type DeliveryTry = z.infer<typeof DeliveryTry>;

export const WebhookDelivery = z
	.object({
		id: z.string().meta({ description: "The event's id, sent as `webhook-id` with every try." }),
		type: z.string(),
		subjectId: z.string().nullable().meta({ description: "The id of its subject; null in a test." }),
		status: z.enum(deliveryStatuses).meta({
			description:
				"`pending`: will be tried, or waits while the webhook is paused. `failed`: given up. `dropped`: its subject has been erased, or is no longer true.",
		}),
		createdAt: instant,
		nextTryAt: instant.nullable(),
		tries: z.array(DeliveryTry).meta({ description: "Oldest first; the last thirty." }),
	})
	.meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const PageOfDeliveries = z.object({
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type PageOfDeliveries = z.input<typeof PageOfDeliveries>;
