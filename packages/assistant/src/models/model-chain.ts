import type { AiBinding, ChatMessage } from "./ai-binding.ts";
import { type AnswerSchema, buildModelInputs } from "./build-model-inputs.ts";
import { callModel, type ModelCall } from "./call-model.ts";
import type { ModelFailure } from "./classify-model-error.ts";
import { type ModelAnswer, readModelAnswer } from "./read-model-answer.ts";
import type { Timers } from "./timers.ts";

/** Share of the remaining time for a model that has another behind it. */
const shareOfTime = 0.6;
const attemptMillisecondsMin = 200;
const shownBackCharacters = 400;

export interface ChainRequest<Value> {
	ai: AiBinding;
	models: readonly string[];
	messages: readonly ChatMessage[];
	maxTokens: number;
	schema: AnswerSchema | null;
	/** Null asks the model once more. */
	read: (answer: ModelAnswer) => Value | null;
	deadlineMilliseconds: number;
	timers: Timers;
}

export interface ChainAttempt {
	model: string;
	outcome: "answered" | "malformed" | "empty" | ModelFailure;
	milliseconds: number;
	/** The error's words, for logs; never the conversation. */
	detail?: string;
}

export type ChainFailure = "no_model" | "allocation_used_up" | "deadline" | "nonsense" | "unavailable";

export type ChainOutcome<Value> = { attempts: ChainAttempt[]; milliseconds: number } & (
	| { ok: true; value: Value; model: string }
	| { ok: false; failure: ChainFailure }
);

/** Asks models in turn until one answers in time, with one repair in the chain. Never throws. */
export async function askModels<Value>(request: ChainRequest<Value>): Promise<ChainOutcome<Value>> {
	const { timers } = request;
	const startedAt = timers.now();
	const attempts: ChainAttempt[] = [];
	const fail = (failure: ChainFailure): ChainOutcome<Value> => ({
		ok: false,
		failure,
		attempts,
		milliseconds: timers.now() - startedAt,
	});
	const steps: Step[] = request.models.map((model) => ({
		model,
		messages: request.messages,
		isPlain: false,
	}));
	let isRepairLeft = true;
	for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
		const askedAt = timers.now();
		const left = startedAt + request.deadlineMilliseconds - askedAt;
		if (left < attemptMillisecondsMin) return fail("deadline");
		const limitMilliseconds = steps.length === 0 ? left : left * shareOfTime;
		const inputs = buildModelInputs(step.model, { ...request, ...step });
		const call = await callModel(request.ai, { model: step.model, inputs, limitMilliseconds }, timers);
		const answer = call.ok ? readModelAnswer(call.raw) : null;
		const value = answer === null ? null : request.read(answer);
		attempts.push({
			model: step.model,
			outcome: outcomeOf(call, answer, value !== null),
			milliseconds: timers.now() - askedAt,
			...(call.ok ? {} : { detail: call.detail }),
		});
		if (value !== null)
			return { ok: true, value, model: step.model, attempts, milliseconds: timers.now() - startedAt };
		if (!call.ok && call.failure === "allocation_used_up") return fail("allocation_used_up");
		const repair = isRepairLeft ? repairStep(step, call, answer) : null;
		if (repair === null) continue;
		isRepairLeft = false;
		steps.unshift(repair);
	}
	return fail(nameFailure(attempts));
}

interface Step {
	model: string;
	messages: readonly ChatMessage[];
	isPlain: boolean;
}

function repairStep(step: Step, call: ModelCall, answer: ModelAnswer | null): Step | null {
	if (answer !== null) return { ...step, messages: showBack(step.messages, answer) };
	const isRefusedForm =
		!call.ok && (call.failure === "json_mode_failed" || call.failure === "rejected_input");
	return isRefusedForm ? { ...step, isPlain: true } : null;
}

function outcomeOf(call: ModelCall, answer: ModelAnswer | null, isUsable: boolean): ChainAttempt["outcome"] {
	if (!call.ok) return call.failure;
	if (isUsable) return "answered";
	return answer?.kind === "empty" ? "empty" : "malformed";
}

function showBack(messages: readonly ChatMessage[], answer: ModelAnswer): ChatMessage[] {
	const repaired = [...messages];
	if (answer.kind !== "empty") {
		const shown = answer.kind === "text" ? answer.text : JSON.stringify(answer.value);
		repaired.push({ role: "assistant", content: shown.slice(0, shownBackCharacters) });
	}
	const repair =
		"That was not the answer asked for. Answer again, exactly in the form asked for and nothing else.";
	const last = repaired.at(-1);
	if (last?.role === "user")
		repaired[repaired.length - 1] = { role: "user", content: `${last.content}\n\n${repair}` };
	else repaired.push({ role: "user", content: repair });
	return repaired;
}

function nameFailure(attempts: readonly ChainAttempt[]): ChainFailure {
	const last = attempts.at(-1)?.outcome;
	if (last === undefined) return "no_model";
	if (last === "timed_out") return "deadline";
	return attempts.some(({ outcome }) => outcome === "malformed" || outcome === "empty")
		? "nonsense"
		: "unavailable";
}
