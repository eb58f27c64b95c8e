export const webhookEvents = [
	"call.ended",
	"call.missed",
	"voicemail.stored",
	"voicemail.transcribed",
	"message.received",
	"message.updated",
	"conversation.waiting",
	"campaign.finished",
	"consent.changed",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** All events of the outbox. `campaign.stopped`: the system paused it, or it cannot be sent. */
export const officeEventKinds = [...webhookEvents, "campaign.stopped", "number.trouble"] as const;
export type OfficeEventKind = (typeof officeEventKinds)[number];

export const testEvent = "webhook.test";

/** `pending`: waits for a try or its webhook. `failed`: a day of tries, or a test. `dropped`: erased. */
export const deliveryStatuses = ["pending", "delivered", "failed", "dropped"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** `failing`: a day of tries failed. `gone`: the receiver answered 410. `restored`: it has no secret. */
export const pauseReasons = ["person", "failing", "gone", "restored"] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const webhookLimits = {
	webhooks: 20,
	urlLength: 2000,
	descriptionLength: 200,
	keptDays: 7,
	/** Hours for which the previous secret still signs. */
	previousSecretHours: 24,
	timeoutSeconds: 10,
} as const;
