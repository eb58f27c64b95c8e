import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { NumberTrouble, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import type { AnswerWay, RingingWay } from "@cloudpbx/contracts/words/answer-ways";
import { countOf } from "../../words/counts.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import type { Status } from "../../words/statuses.ts";
import { formatDate } from "../../words/times.ts";
import type { ExtensionField } from "./domain/form-change.ts";

export const fieldWords: Record<ExtensionField, string> = {
	ext: "Keys",
	name: "Name",
	department: "Department",
	email: "Email",
	forwardTo: "Rings At",
	alsoRing: "Also Rings",
	answerWith: "Answering",
	purpose: "What For",
	members: "Members",
	ringing: "Ringing",
	ringSeconds: "Rings For",
	greeting: "Voicemail Greeting",
	hours: "Takes Calls",
};

export const ringingWords: Record<RingingWay, string> = {
	together: "All at Once",
	in_order: "One After Another",
};

export const answerWords: Record<AnswerWay, string> = {
	key: "Take calls by pressing 1",
	pickup: "Take calls by picking up",
};

export const answerChoices = Object.entries(answerWords).map(([value, label]) => ({ value, label }));

export const answerHint =
	"The person who picks up hears who is calling and presses 1. So no mailbox of a switched-off phone takes the call: the caller reaches the voicemail here.";

export const purposeHint =
	"Why callers are sent here, for example “printers, passwords, anything broken”. The receptionist uses it.";

export const ringSecondsHint =
	"Seconds until callers are asked for a message. Empty: the time in Settings › Calls.";

export const greetingHint =
	"What callers hear before they leave a message. Empty: they are told that nobody is available and asked for a message.";

export function describeReach(one: Extension): string {
	const { ext, number, status, areaCode, reason } = one;
	if (status === "provisioning") return `${ext} · ${describeWish(areaCode)}`;
	if (status === "failed") return `${ext} · ${reason ?? "It has no number."}`;
	const parts = [
		ext,
		number === null ? "no number" : formatNumber(number),
		one.kind === "group" ? formatMembers(one) : formatPhones(one),
	];
	return parts.join(" · ");
}

function formatPhones({ forwardTo, alsoRing }: Extension): string {
	if (forwardTo === null) return "voicemail at once";
	const first = `rings ${formatNumber(forwardTo)}`;
	return alsoRing.length === 0
		? first
		: `${first} and ${countOf(alsoRing.length, { one: "other", other: "others" })}`;
}

function formatMembers({ members, ringing }: Extension): string {
	if (members.length === 0) return "voicemail at once: nobody is a member";
	const people = countOf(members.length, { one: "member", other: "members" });
	if (members.length === 1) return people;
	return ringing === "together" ? `${people}, all at once` : `${people}, one after another`;
}

function describeWish(areaCode: string | null): string {
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

/** Troubles without an entry cannot be repaired here. */
export const repairWords: Partial<Record<NumberTrouble["trouble"], { label: string; busyLabel: string }>> = {
	stray: { label: "Take Up", busyLabel: "Taking Up…" },
	missing: { label: "Buy Back", busyLabel: "Buying Back…" },
	drifted: { label: "Point Here Again", busyLabel: "Pointing Here…" },
};

export function describeRelease(releaseAt: string): string {
	return `goes back to the carrier on ${formatDate(releaseAt)}`;
}
