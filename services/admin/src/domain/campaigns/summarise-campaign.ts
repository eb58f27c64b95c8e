import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { maskNumber } from "@cloudpbx/domain/phone-number";

/** What the audit log keeps of a campaign: neither its words nor anybody's number. */
export function summariseCampaign({ name, status, counts }: Campaign) {
	return { name: maskNumber(name), status, recipients: counts.total, skipped: counts.skipped };
}

/** What an owner decides about it. Of the message only its length; the log names it when its words have changed. */
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
