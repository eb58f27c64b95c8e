import type { ReceptionistAction } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import { phrases } from "@cloudpbx/domain/phrases";
import {
	type CallEvent,
	type CallInProgress,
	type CallPlan,
	sayAndHangUp,
	withEvent,
} from "../call/call-plan.ts";
import { returnToMenu, sayGoodbye } from "../menu/play-menu.ts";
import type { Extension } from "../office/office.ts";
import { announceExtension, offerVoicemail, turnOf } from "../ringing/reach-extension.ts";
import { type DangerAnswer, listen, nextTurn, type ReceptionContext, withResult } from "./reception.ts";

/** Stored, so that a repeated webhook leads the same way. */
export interface ReceptionOutcome {
	action: ReceptionistAction;
	extension: Extension | null;
	/** In `language` (ISO 639-1). */
	answer: string | null;
	language: string;
	/** The caller is told what to do and nothing else. */
	danger?: Danger | null;
	words: string;
}

/** `followUp` asks whether there is more. */
export function afterDecision(
	outcome: ReceptionOutcome,
	followUp: string,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { place } = context;
	const event: CallEvent = {
		step: `decision${turnOf(place)}`,
		kind: "receptionist_decided",
		detail: { turn: place.turn, action: outcome.action, extension: outcome.extension?.ext ?? null },
	};
	const wish = shortenWish(outcome.words);
	const next = {
		...context,
		place: { ...nextTurn(place), language: outcome.language, ...(wish && { wish }) },
	};
	if (outcome.danger && outcome.answer)
		return tellDanger(
			{ kind: outcome.danger, answer: outcome.answer, language: outcome.language },
			event,
			next,
		);
	const plan = carryOut(outcome, followUp, call, next);
	return withEvent(event, plan);
}

/** Listens on without a question: a caller who cannot hang up is heard. */
function tellDanger(
	{ kind: danger, answer, language }: DangerAnswer,
	decided: CallEvent,
	context: ReceptionContext,
): CallPlan {
	const told: CallEvent = {
		...decided,
		step: `danger-${decided.step}`,
		kind: "danger_told",
		detail: { danger },
	};
	return withResult("informed", {
		steps: [listen(context, answer, language)],
		events: [decided, told],
		outcome: "informed",
		danger,
	});
}

function carryOut(
	{ action, extension, answer, language }: ReceptionOutcome,
	followUp: string,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { place } = context;
	if (action === "transfer" && extension) {
		return withResult("transferred", announceExtension(extension, call, context, place));
	}
	if (action === "voicemail" && extension) {
		return withResult("voicemail", offerVoicemail(extension, context, place));
	}
	if (action === "info" && answer) {
		const steps = [listen(context, `${answer} ${followUp}`, language)];
		return withResult("informed", { steps, events: [], outcome: "informed" });
	}
	if (action === "ask" && answer) {
		return withResult("reached", { steps: [listen(context, answer, language)], events: [] });
	}
	if (action === "goodbye") {
		return withResult("reached", {
			...sayGoodbye(undefined, language),
			...(answer && { steps: sayAndHangUp(answer, language) }),
		});
	}
	return withResult("menu", returnToMenu(context, place.attempt, phrases.receptionistTrouble));
}

const wishLengthMax = 80;

export function shortenWish(words: string): string {
	const plain = words.replace(/\s+/g, " ").trim();
	const cut = plain.length <= wishLengthMax ? plain : plain.slice(0, wishLengthMax).replace(/\s\S*$/, "");
	return cut.replace(/[\s.,;:!?]+$/, "");
}
