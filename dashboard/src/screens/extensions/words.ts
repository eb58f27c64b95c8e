import type { Extension } from "@cloudpbx/contracts/extensions";
import type { NumberTrouble, PhoneNumber } from "@cloudpbx/contracts/numbers";
import type { AnswerWay } from "@cloudpbx/contracts/words/answer-ways";
import { writeNumber } from "../../words/phone-numbers.ts";
import type { Status } from "../../words/statuses.ts";
import { writeDate } from "../../words/times.ts";
import type { ExtensionField } from "./domain/form-change.ts";

export const fieldWords: Record<ExtensionField, string> = {
	ext: "Keys",
	name: "Name",
	department: "Department",
	email: "Email",
	forwardTo: "Rings At",
	answerWith: "Answering",
	purpose: "What For",
};

export const answerWords: Record<AnswerWay, string> = {
	key: "Take calls by pressing 1",
	pickup: "Take calls by picking up",
};

export const answerChoices = Object.entries(answerWords).map(([value, label]) => ({ value, label }));

export const answerHint =
	"Whoever picks up hears who calls and presses 1. So the mailbox of a phone that is switched off takes no call: the caller reaches the voicemail here.";

export const purposeHint =
	"What callers should be sent here for, for example “printers, passwords, anything broken”. The receptionist goes by it.";

/** Where somebody is reached, in one line. */
export function writeWays({ ext, number, forwardTo, status, areaCode, reason }: Extension): string {
	if (status === "provisioning") return `${ext} · ${writeWish(areaCode)}`;
	if (status === "failed") return `${ext} · ${reason ?? "It has no number."}`;
	const parts = [
		ext,
		number === null ? "no number" : writeNumber(number),
		forwardTo === null ? "voicemail at once" : `rings ${writeNumber(forwardTo)}`,
	];
	return parts.join(" · ");
}

function writeWish(areaCode: string | null): string {
	return areaCode === null ? "looking for a number" : `looking for a number near ${areaCode}`;
}

export const kindWords: Record<PhoneNumber["kind"], string> = { local: "Local", toll_free: "Toll-free" };

export const troubleWords: Record<NumberTrouble["trouble"], Status> = {
	stray: { word: "Not Used Here", tone: "busy" },
	missing: { word: "Missing at the Carrier", tone: "bad" },
	drifted: { word: "Leads Elsewhere", tone: "bad" },
	no_calls: { word: "Takes No Calls", tone: "bad" },
	no_texts: { word: "Takes No Texts", tone: "busy" },
};

/** What repairing does to it, on the button; what a number cannot do is not mended here. */
export const repairWords: Partial<Record<NumberTrouble["trouble"], { label: string; busyLabel: string }>> = {
	stray: { label: "Take Up", busyLabel: "Taking Up…" },
	missing: { label: "Buy Back", busyLabel: "Buying Back…" },
	drifted: { label: "Point Here Again", busyLabel: "Pointing Here…" },
};

/** "goes back to the carrier on December 29, 2026". */
export function writeRelease(releaseAt: string): string {
	return `goes back to the carrier on ${writeDate(releaseAt)}`;
}
