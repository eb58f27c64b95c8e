/** `draft`: recipients may still come in. `scheduled`: starts by itself. `failed`: can never be sent. */
export const campaignStatuses = [
	"draft",
	"scheduled",
	"sending",
	"paused",
	"completed",
	"cancelled",
	"failed",
] as const;

/** `sending`: claimed, perhaps at the carrier. `sent` may be final: some networks never confirm. */
export const recipientStatuses = [
	"queued",
	"sending",
	"sent",
	"delivered",
	"undelivered",
	"failed",
	"skipped",
] as const;
