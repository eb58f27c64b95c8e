/**
 * `draft`: being written, or its recipients still coming in. `scheduled`: starts by itself. `failed`: can never be sent, and
 * `reason` says why. Which may follow which is a table in services/campaigns.
 */
export const campaignStatuses = [
	"draft",
	"scheduled",
	"sending",
	"paused",
	"completed",
	"cancelled",
	"failed",
] as const;

/** `sending`: claimed, and perhaps at the carrier. `sent` may stay the last word: some networks never confirm. */
export const recipientStatuses = [
	"queued",
	"sending",
	"sent",
	"delivered",
	"undelivered",
	"failed",
	"skipped",
] as const;
