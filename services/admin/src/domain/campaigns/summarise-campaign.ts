import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { maskNumber } from "@cloudpbx/domain/phone-number";

export function summariseCampaign({ name, status, counts }: Campaign) {
	return { name: maskNumber(name), status, recipients: counts.total, skipped: counts.skipped };
}

/** The owner's choices. Only the message's length is kept; a changed message is recorded as such. */
export function summarisePlan(campaign: Campaign) {
	const { name, message, fromNumber, startAt, quietHours, ratePerSecond, requireConsent } = campaign;
	return {
		name: maskNumber(name),
		messageCharacters: message.length,
		fromNumber,
		startAt,
		quietHours,
		ratePerSecond,
		requireConsent,
	};
}
