import type { InboundRoute, RegistrationStatus } from "@cloudpbx/contracts/registration";
import type { Status } from "../../../words/statuses.ts";

export const registrationWords: Record<RegistrationStatus, Status> = {
	none: { word: "Missing", tone: "bad" },
	pending: { word: "Under Review", tone: "busy" },
	approved: { word: "Approved", tone: "good" },
	rejected: { word: "Rejected", tone: "bad" },
	suspended: { word: "Suspended", tone: "bad" },
};

/** Where the texts of a number in a Messaging Service go. */
export const inboundWords: Record<InboundRoute, Status> = {
	number: { word: "Come Here", tone: "good" },
	here: { word: "Come Here", tone: "good" },
	elsewhere: { word: "Go Elsewhere", tone: "bad" },
	nowhere: { word: "Are Dropped", tone: "bad" },
};
