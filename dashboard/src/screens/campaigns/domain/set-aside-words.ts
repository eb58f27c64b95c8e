import type { SetAsideReason } from "@cloudpbx/contracts/campaigns/campaign-recipients";

export const setAsideWords: Record<SetAsideReason, string> = {
	too_long: "Too long",
	invalid: "No telephone number",
	duplicate: "Listed twice",
	country_forbidden: "Country switched off",
	opted_out: "Opted out",
	pair_closed: "Opted out of this sender",
	landline: "Landline",
	no_consent: "No consent on record",
};
