import type {
	InboundRoute,
	RegistrationStatus,
	SenderRegistration,
} from "@cloudpbx/contracts/extensions/registration";
import type { Finding } from "@cloudpbx/contracts/findings";
import type { Status } from "../../../words/statuses.ts";

export const registrationWords: Record<RegistrationStatus, Status> = {
	none: { word: "Missing", tone: "bad" },
	pending: { word: "Under Review", tone: "busy" },
	approved: { word: "Approved", tone: "good" },
	rejected: { word: "Rejected", tone: "bad" },
	suspended: { word: "Suspended", tone: "bad" },
};

type Registrations = Pick<SenderRegistration, "canText" | "tollFreeVerification" | "brand" | "campaign">;

export function sendingWords({ canText, tollFreeVerification, brand, campaign }: Registrations): Status {
	if (canText) return { word: "Arrive", tone: "good" };
	const known = [tollFreeVerification, brand, campaign].filter((each) => each !== null);
	// Only a pending review is missing, so nothing is to be done.
	return known.every(({ status }) => ["approved", "pending"].includes(status))
		? { word: "Not Yet", tone: "busy" }
		: { word: "Do Not Arrive", tone: "bad" };
}

interface NextPage {
	label: string;
	href: string;
}

const console = "https://console.twilio.com";
const tollFreePage = {
	label: "Open Active Numbers at Twilio",
	href: `${console}/us1/develop/phone-numbers/manage/incoming`,
};
const registrationPage = {
	label: "Open A2P 10DLC at Twilio",
	href: `${console}/us1/develop/sms/regulatory-compliance/a2p-onboarding`,
};
const repairPage = { label: "Open Extensions", href: "/extensions" };

export const accountPage: NextPage = { label: "Open the Twilio Console", href: console };

const nextPages: Record<string, NextPage> = {
	texts_swallowed: repairPage,
	texts_elsewhere: repairPage,
	toll_free_unverified: tollFreePage,
	toll_free_rejected: tollFreePage,
	toll_free_pending: tollFreePage,
	brand_missing: registrationPage,
	brand_rejected: registrationPage,
	campaign_missing: {
		label: "Open Messaging Services at Twilio",
		href: `${console}/us1/develop/sms/services`,
	},
	campaign_rejected: registrationPage,
	campaign_pending: registrationPage,
};

export function nextPageOf({ id }: Finding): NextPage | undefined {
	return nextPages[id.replace(/:.*/, "")];
}

export const inboundWords: Record<InboundRoute, Status> = {
	number: { word: "Come Here", tone: "good" },
	here: { word: "Come Here", tone: "good" },
	elsewhere: { word: "Go Elsewhere", tone: "bad" },
	nowhere: { word: "Are Dropped", tone: "bad" },
};
