import type { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import type { CallOutcome } from "@cloudpbx/contracts/calls/calls";
import type { WhatIf, WhatIfStep } from "@cloudpbx/contracts/calls/what-if";
import { greetingPins } from "@cloudpbx/db/schema/greetings";
import type { CallStep, RingStep } from "@cloudpbx/domain/call-step";
import type { Context } from "../context.ts";
import { answerCall } from "../domain/answer-call.ts";
import { type Moment, type ReceptionistPlace, readMoment } from "../domain/call/call-paths.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { explainPlan } from "../domain/call/explain-plan.ts";
import { askForPin, wantsToRecord } from "../domain/greetings/own-greeting.ts";
import { afterClosedNumber } from "../domain/menu/main-line.ts";
import { findExtension, findExtensionOrRetired, type Office } from "../domain/office/office.ts";
import {
	afterReceptionistRinging,
	afterUnansweredChoice,
} from "../domain/receptionist/after-receptionist-ringing.ts";
import { afterRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { listMembers } from "../domain/ringing/plan-ringing.ts";
import { offerVoicemail } from "../domain/ringing/reach-extension.ts";
import { decideMenuTurn } from "../menu/decide-menu-turn.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { type CallerInput, decideTurn, type NamedCall, type TurnRow } from "../receptionist/decide-turn.ts";
import { spokenSoFar } from "../receptionist/spoken-so-far.ts";

/** Longer than any call that keys, words and silence can make. */
const plansMax = 80;

const recordingText = "[recording]";

/** Reserved for fiction. */
const anyCaller = "+12025550199";

/** One round trip; stores, dials and sends nothing. A caller who hears the tone leaves a message. */
export async function playWhatIf(ctx: Context, asked: AskWhatIf): Promise<WhatIf> {
	const { db } = ctx;
	const at = asked.at === undefined ? ctx.now() : new Date(asked.at);
	const [rows, pins] = await db.batch([
		selectOffice(db),
		db.select({ id: greetingPins.extensionId }).from(greetingPins),
	]);
	const office = { ...readOffice(ctx, rows, at), busy: [] };
	const from = asked.from === undefined ? anyCaller : asked.from;
	const call = { callId: "call_what_if", from, to: asked.to, forwardedFrom: null };
	const played = await playCall(ctx, {
		office,
		call,
		keys: [...asked.keys],
		says: [...asked.says],
		answers: asked.answers,
		pins: pins.map(({ id }) => id),
		turns: [],
	});
	const { isOpen, because } = office.opening;
	return { at: at.toISOString(), isOpen, because, ...played };
}

interface Playing {
	office: Office;
	call: NamedCall;
	/** Keys and sentences that are left. */
	keys: string[];
	says: string[];
	answers: readonly string[];
	/** Ids of extensions whose greeting may be recorded by telephone. */
	pins: readonly string[];
	turns: TurnRow[];
}

async function playCall(ctx: Context, playing: Playing): Promise<Pick<WhatIf, "steps" | "outcome">> {
	const steps: WhatIfStep[] = [];
	let outcome: CallOutcome = "abandoned";
	let plan = answerCall(playing.call, playing.office);
	for (let count = 0; count < plansMax; count++) {
		if (plan.outcome) outcome = plan.outcome;
		const because = explainPlan(plan);
		const shown = plan.steps.flatMap((step, index) => toSteps(step, plan, index === 0 ? because : undefined));
		steps.push(...shown);
		const last = plan.steps.at(-1);
		if (last?.kind === "record") return { steps, outcome: outcome === "blocked" ? outcome : "voicemail" };
		const moment = last && "nextPath" in last ? readMoment(last.nextPath) : null;
		if (!last || !moment) return { steps: end(steps, shown.length === 0 ? because : undefined), outcome };
		plan = await goOn(ctx, playing, last, moment);
	}
	return { steps: end(steps), outcome };
}

function end(steps: WhatIfStep[], because?: string): WhatIfStep[] {
	return [...steps, { kind: "ends", ...(because !== undefined && { because }) }];
}

function toSteps(step: CallStep, plan: CallPlan, because: string | undefined): WhatIfStep[] {
	const why = because === undefined ? {} : { because };
	const extension = plan.extension ?? null;
	switch (step.kind) {
		case "say":
			return [{ kind: "says", text: step.text, ...why }];
		case "play":
			return [{ kind: "says", text: recordingText, ...why }];
		case "gather": {
			const before = (step.before ?? []).map((one) => (one.kind === "say" ? one.text : recordingText));
			const text = [...before, step.prompt].filter((words) => words !== "").join(" ");
			return [{ kind: "asks", ...(text !== "" && { text }), ...why }];
		}
		case "ring":
			return [
				{
					kind: "rings",
					extension,
					phones: step.phones.map(({ number }) => number),
					seconds: step.timeoutSeconds,
					...why,
				},
			];
		case "record":
			return [{ kind: "records", extension, seconds: step.maxSeconds, ...why }];
		case "reject":
		case "hangUp":
			return [];
	}
}

async function goOn(ctx: Context, playing: Playing, step: CallStep, moment: Moment): Promise<CallPlan> {
	const { office, call, turns } = playing;
	switch (moment.kind) {
		case "menu": {
			const input = nextInput(playing, step);
			const plan = await decideMenuTurn(ctx, { ...moment, input }, call, office);
			if (plan) return plan;
			return takeTurn(ctx, playing, { attempt: moment.attempt, turn: 1, silences: 0 }, input);
		}
		case "receptionist":
			return takeTurn(ctx, playing, moment.place, { ...nextInput(playing, step), typed: moment.typed });
		case "unanswered": {
			const context = { ...office, place: { ...moment.place, ...spokenSoFar(turns) } };
			const { digits } = nextInput(playing, step);
			return afterUnansweredChoice(digits, findExtensionOrRetired(office, moment.ext), context);
		}
		case "own_greeting": {
			const extension = findExtensionOrRetired(office, moment.ext);
			if (!wantsToRecord(nextInput(playing, step).digits)) return offerVoicemail(extension, office);
			return askForPin(moment.ext, playing.pins.includes(extension.id) ? "set" : "missing");
		}
		case "greeting_pin":
			return { steps: [], events: [] };
		case "closed_number_rang":
			return afterClosedNumber(unanswered, office);
		case "rang": {
			const extension = findExtensionOrRetired(office, moment.ext);
			const rung = { extension, member: moment.member };
			const result = step.kind === "ring" && isTaken(step, playing, moment.ext) ? taken : unanswered;
			if (!moment.place) return afterRinging(rung, result, call, office);
			const context = { ...office, place: { ...moment.place, ...spokenSoFar(turns) } };
			return afterReceptionistRinging(rung, result, call, context);
		}
	}
}

async function takeTurn(
	ctx: Context,
	{ office, call, turns }: Playing,
	place: ReceptionistPlace,
	input: CallerInput,
): Promise<CallPlan> {
	const { plan, decided } = await decideTurn(ctx, office, { call, place, turns }, input);
	if (decided) turns.push(decided.row);
	return plan;
}

/** An empty entry of the keys lets the next words be said where words are listened for. */
function nextInput({ keys, says }: Playing, step: CallStep): CallerInput {
	const digits = (keys.shift() ?? "").replaceAll("#", "");
	const listens = step.kind === "gather" && step.speech !== undefined;
	return { digits, words: digits === "" && listens ? (says.shift() ?? "") : "", confidence: null };
}

function isTaken({ phones }: RingStep, { answers, office }: Playing, ext: string): boolean {
	const destination = findExtension(office, ext);
	if (!destination) return false;
	const persons = destination.kind === "group" ? listMembers(destination, office) : [destination];
	const taking = persons.filter((person) => answers.includes(person.ext));
	if (destination.kind === "group" && answers.includes(ext)) taking.push(...persons);
	return taking.some((person) =>
		phones.some(({ number }) => [person.forwardTo, ...person.alsoRing].includes(number)),
	);
}

const unanswered: RingResult = {
	isBridged: false,
	ringResult: "no_answer",
	talkSeconds: 0,
	legId: null,
	isCallerPresent: true,
};

const taken: RingResult = { ...unanswered, isBridged: true, ringResult: "completed" };
