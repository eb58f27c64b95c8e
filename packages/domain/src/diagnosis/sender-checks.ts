import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";
import type {
	InboundRoute,
	Registered,
	RegistrationStatus,
} from "@cloudpbx/contracts/extensions/registration";
import { type AnyCheck, type Check, defineCheck } from "./check.ts";

export interface SenderFacts {
	/** Used in ids of findings, where a number must not stand. */
	id: string;
	number: string;
	kind: NumberKind;
	/** This country's networks require 10DLC. */
	needsCampaign: boolean;
	verification: Registered | null;
	service: { name: string; inbound: InboundRoute } | null;
	campaign: Registered | null;
	brand: Registered | null;
}

/** True when networks take texts from it. */
export function canText(sender: SenderFacts): boolean {
	if (sender.kind === "toll_free") return sender.verification?.status === "approved";
	if (!sender.needsCampaign) return true;
	return sender.campaign?.status === "approved" && sender.brand?.status === "approved";
}

export const senderChecks: readonly AnyCheck<SenderFacts>[] = [
	ofSender({
		id: "texts_swallowed",
		level: "error",
		check: ({ service }) => service?.inbound === "nowhere",
		meaning: ({ number, service }) =>
			`Texts to ${number} are lost without a trace: its Messaging Service "${service?.name}" drops them.`,
		todo: () =>
			"Repair the number (dashboard, Extensions), or switch on \"Defer to sender's webhook\" in the service's Integration settings at Twilio.",
	}),
	ofSender({
		id: "texts_elsewhere",
		level: "error",
		check: ({ service }) => service?.inbound === "elsewhere",
		meaning: ({ number, service }) =>
			`Texts to ${number} go to another application: its Messaging Service "${service?.name}" has an address of its own for them.`,
		todo: () =>
			"Repair the number (dashboard, Extensions), or switch on \"Defer to sender's webhook\" in the service's Integration settings at Twilio.",
	}),
	ofSender({
		id: "toll_free_unverified",
		level: "warning",
		check: ({ kind, verification }) => kind === "toll_free" && statusOf(verification) === "none",
		meaning: ({ number }) =>
			`Texts from ${number} do not arrive: networks block toll-free numbers that are not verified.`,
		todo: () =>
			"Hand in its toll-free verification: Twilio Console, Phone Numbers, Active Numbers, this number. It takes a few days.",
	}),
	ofSender({
		id: "toll_free_rejected",
		level: "warning",
		check: ({ kind, verification }) =>
			kind === "toll_free" && ["rejected", "suspended"].includes(statusOf(verification)),
		meaning: ({ number, verification }) =>
			`Texts from ${number} do not arrive: its toll-free verification was rejected${because(verification)}.`,
		todo: () =>
			"Correct the verification (Twilio Console, Phone Numbers, Active Numbers, this number) and hand it in again.",
	}),
	ofSender({
		id: "toll_free_pending",
		level: "info",
		check: ({ kind, verification }) => kind === "toll_free" && statusOf(verification) === "pending",
		meaning: ({ number }) =>
			`Texts from ${number} do not arrive yet: its toll-free verification is being reviewed.`,
		todo: () =>
			"Wait; Twilio decides within a few working days and writes to the address in the verification.",
	}),
	ofSender({
		id: "brand_missing",
		level: "warning",
		check: (sender) =>
			needsRegistration(sender) && sender.campaign === null && statusOf(sender.brand) === "none",
		meaning: ({ number }) => `Texts from ${number} do not arrive: the company is not registered for 10DLC.`,
		todo: () =>
			"Register the company as a brand, then a campaign: Twilio Console, Messaging, Regulatory Compliance. It takes some days.",
	}),
	ofSender({
		id: "brand_rejected",
		level: "warning",
		check: (sender) =>
			needsRegistration(sender) && ["rejected", "suspended"].includes(statusOf(sender.brand)),
		meaning: ({ number, brand }) =>
			`Texts from ${number} do not arrive: the company's 10DLC registration was rejected${because(brand)}.`,
		todo: () =>
			"Correct the brand in the Twilio Console (Messaging, Regulatory Compliance) and hand it in again.",
	}),
	ofSender({
		id: "campaign_missing",
		level: "warning",
		check: (sender) =>
			needsRegistration(sender) &&
			statusOf(sender.campaign) === "none" &&
			["approved", "pending"].includes(statusOf(sender.brand)),
		meaning: ({ number, service }) =>
			service === null
				? `Texts from ${number} do not arrive: it is in no Messaging Service, and so in no 10DLC campaign.`
				: `Texts from ${number} do not arrive: its Messaging Service "${service.name}" has no 10DLC campaign.`,
		todo: ({ service }) =>
			service === null
				? "Add the number to the Messaging Service of your 10DLC campaign, in the Twilio Console."
				: "Register a campaign for this service, or move the number into one that has a campaign, in the Twilio Console.",
	}),
	ofSender({
		id: "campaign_rejected",
		level: "warning",
		check: (sender) =>
			needsRegistration(sender) && ["rejected", "suspended"].includes(statusOf(sender.campaign)),
		meaning: ({ number, campaign }) =>
			statusOf(campaign) === "suspended"
				? `Texts from ${number} do not arrive: networks have suspended its 10DLC campaign.`
				: `Texts from ${number} do not arrive: its 10DLC campaign was rejected${because(campaign)}.`,
		todo: () =>
			"Look at the campaign in the Twilio Console (Messaging, Regulatory Compliance), correct it and hand it in again.",
	}),
	ofSender({
		id: "campaign_pending",
		level: "info",
		check: (sender) =>
			needsRegistration(sender) &&
			!hasEnded(sender.brand) &&
			!hasEnded(sender.campaign) &&
			[sender.brand, sender.campaign].some((each) => statusOf(each) === "pending") &&
			statusOf(sender.campaign) !== "none",
		meaning: ({ number }) =>
			`Texts from ${number} do not arrive yet: its 10DLC registration is being reviewed.`,
		todo: () => "Wait; the review takes some days.",
	}),
];

function ofSender(
	check: Omit<Check<SenderFacts, SenderFacts>, "check"> & { check: (sender: SenderFacts) => boolean },
): AnyCheck<SenderFacts> {
	return defineCheck<SenderFacts, SenderFacts>({
		...check,
		check: (sender) => (check.check(sender) ? [sender] : []),
		subject: ({ id }) => id,
	});
}

function needsRegistration({ kind, needsCampaign }: SenderFacts): boolean {
	return kind === "local" && needsCampaign;
}

function statusOf(registered: Registered | null): RegistrationStatus {
	return registered?.status ?? "none";
}

function hasEnded(registered: Registered | null): boolean {
	return ["rejected", "suspended"].includes(statusOf(registered));
}

function because(registered: Registered | null): string {
	return registered?.reason ? ` (${registered.reason.replace(/\.$/, "")})` : "";
}
