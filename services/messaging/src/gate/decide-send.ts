import type { MessageAuthor, MessageCategory, RefusalCode } from "@cloudpbx/contracts/texts/messages";
import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { explainForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { isE164 } from "@cloudpbx/domain/phone-number";
import { mayMarketAt } from "@cloudpbx/domain/quiet-hours/send-window";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import type { Ceiling } from "./ceilings.ts";

export interface TextToDecide {
	from: string;
	to: string;
	body: string;
	author: MessageAuthor;
	category: MessageCategory;
	/** False: the owner allows marketing at any hour. */
	quietHours: boolean;
	isConfirmation: boolean;
	campaignId: string | null;
	timeZone?: string;
	state?: string;
}

export interface SendFacts {
	isOptedOut: boolean;
	/** The carrier blocks this contact for this sender, although the contact wants our texts. */
	isPairClosed: boolean;
	sender: "ours" | "released" | "not_ours";
	isRecipientOurs: boolean;
	isCampaignSending: boolean;
	/** Texts of the current hour from this number to this contact: all, and the assistant's. */
	sentInHour: number;
	repliesInHour: number;
	allowedCountries: readonly string[];
	ceiling: Ceiling | null;
	hourEndsAt: Date;
}

export type SendDecision =
	| { isAllowed: true; segments: number; reason: string }
	| {
			isAllowed: false;
			segments: number;
			code: RefusalCode;
			reason: string;
			problem: SendProblem;
			retryAt: Date | null;
	  };

/** Stops an exchange between two machines. */
export const repliesInHourMax = 20;
export const sentInHourMax = 120;

/** Returns the first reason against the text. */
export function decideSend(text: TextToDecide, facts: SendFacts, now: Date): SendDecision {
	const { segments } = countSegments(text.body);
	const refuse = (
		code: RefusalCode,
		problem: SendProblem,
		reason: string,
		retryAt: Date | null = null,
	): SendDecision => ({ isAllowed: false, segments, code, problem, reason, retryAt });

	if (!isE164(text.to))
		return refuse(
			"recipient_invalid",
			"recipient",
			`${writeOutUnseen(text.to)} is not a number that can be texted.`,
		);
	if (facts.isRecipientOurs)
		return refuse("recipient_ours", "recipient", `${text.to} is one of the company's own numbers.`);
	const forbidden = explainForbiddenNumber(text.to, facts.allowedCountries);
	if (forbidden !== null) {
		return refuse("country_forbidden", "recipient", `${text.to} is not texted. ${forbidden}`);
	}
	if (facts.sender === "not_ours")
		return refuse("sender_not_ours", "configuration", `${text.from} is not a number of the company.`);
	if (facts.sender === "released")
		return refuse("sender_released", "configuration", `${text.from} is being given back to the carrier.`);
	if (text.body.trim() === "") return refuse("empty", "content", "The text is empty.");
	if (text.body.length > textCharactersMax) {
		return refuse(
			"too_long",
			"content",
			`The text has ${text.body.length} characters; ${textCharactersMax} is the most.`,
		);
	}
	if (facts.isOptedOut && !text.isConfirmation) {
		return refuse(
			"opted_out",
			"recipient",
			`${text.to} has opted out of the company's texts. START from that phone lifts it, or an owner with a written reason.`,
		);
	}
	if (facts.isPairClosed) {
		return refuse(
			"pair_closed",
			"recipient",
			`${text.to} has opted out of texts from ${text.from} at the carrier. Send from another of the company's numbers, or ask the contact to text START to ${text.from}.`,
		);
	}
	if (text.campaignId !== null && !facts.isCampaignSending) {
		return refuse("campaign_stopped", "later", "Its campaign is paused or cancelled.");
	}
	if (text.category === "marketing" && text.quietHours) {
		const recipient = { number: text.to, timeZone: text.timeZone, state: text.state };
		const window = mayMarketAt(recipient, now);
		if (!window.allowed) return refuse("quiet_hours", "later", window.rule, window.opensAt);
	}
	if (facts.ceiling !== null)
		return refuse("ceiling", "later", explainCeiling(facts.ceiling), facts.hourEndsAt);
	const isFlooded =
		facts.sentInHour >= sentInHourMax ||
		(text.author === "assistant" && facts.repliesInHour >= repliesInHourMax);
	if (isFlooded && !text.isConfirmation) {
		return refuse("too_many", "later", `${text.to} has had too many texts within an hour.`, facts.hourEndsAt);
	}
	return { isAllowed: true, segments, reason: whyAllowed(text) };
}

const ceilingHolders: Record<Ceiling["of"], string> = {
	person: "one person",
	key: "one API key",
	company: "all people and API keys together",
	assistant: "the assistant",
};

function explainCeiling({ of, texts }: Ceiling): string {
	return `The ceiling of ${texts} texts an hour for ${ceilingHolders[of]} is reached. Wait for the next hour, or have an owner raise it under Settings › Limits.`;
}

function whyAllowed(text: TextToDecide): string {
	if (text.isConfirmation) return "The one confirmation that an opt-out gets.";
	if (text.category === "transactional")
		return "Not opted out; quiet hours do not hold back an answer or a notice.";
	return text.quietHours
		? "Not opted out, within the hours in which marketing may be sent."
		: "Not opted out; quiet hours are switched off for this text.";
}
