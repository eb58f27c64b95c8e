/** What other software can hear of. `call.missed` comes beside `call.ended` when nobody was reached and nothing was said or left. */
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

/** Everything that the outbox knows, for people too. `campaign.stopped`: the system paused it, or it cannot be sent. */
export const officeEventKinds = [...webhookEvents, "campaign.stopped", "number.trouble"] as const;
export type OfficeEventKind = (typeof officeEventKinds)[number];

/** The event of the test button. */
export const testEvent = "webhook.test";

/**
 * `pending`: will be tried, or waits until its webhook goes on. `delivered`: the receiver took it. `failed`: a day of tries came to
 * nothing while others were taken, or a test failed. `dropped`: what it is about has been erased.
 */
export const deliveryStatuses = ["pending", "delivered", "failed", "dropped"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** `person`: somebody paused it. `failing`: a day of tries came to nothing. `gone`: the receiver said 410. `restored`: it has no secret. */
export const pauseReasons = ["person", "failing", "gone", "restored"] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const webhookLimits = {
	webhooks: 20,
	urlLength: 2000,
	descriptionLength: 200,
	/** How long a delivery stays in the log, and how long an event waits for a webhook that is paused. */
	keptDays: 7,
	/** How long the secret before signs too. */
	previousSecretHours: 24,
	/** How long a receiver may take. */
	timeoutSeconds: 10,
} as const;
