import { transcribeAudio } from "../transcribe-audio.ts";
import type { AiBinding } from "./ai-binding.ts";
import { buildModelInputs } from "./build-model-inputs.ts";
import { callModel } from "./call-model.ts";
import { readModelAnswer } from "./read-model-answer.ts";
import { systemTimers, type Timers } from "./timers.ts";

export interface ProbedModel {
	model: string;
	/** Null: it answered. */
	failure: string | null;
}

/** A cold model may take this long. */
const deadlineMilliseconds = 15_000;

/** Asks all models at once for a word. Never throws. */
export function probeModels(
	ai: AiBinding,
	models: readonly string[],
	timers: Timers = systemTimers,
): Promise<ProbedModel[]> {
	const question = {
		messages: [{ role: "user" as const, content: "Answer with the word yes." }],
		maxTokens: 16,
		schema: null,
		isPlain: false,
	};
	return Promise.all(
		models.map(async (model) => {
			const inputs = buildModelInputs(model, question);
			const call = await callModel(ai, { model, inputs, limitMilliseconds: deadlineMilliseconds }, timers);
			if (!call.ok) return { model, failure: call.failure };
			return { model, failure: readModelAnswer(call.raw).kind === "empty" ? "empty" : null };
		}),
	);
}

/** Sends a moment of silence to a model. Never throws. */
export async function probeTranscription(ai: AiBinding, model: string): Promise<ProbedModel> {
	const heard = await transcribeAudio({ ai, model, audio: silentWav(), deadlineMilliseconds });
	return { model, failure: heard.ok ? null : heard.failure };
}

function silentWav(): Uint8Array {
	const rate = 8000;
	const bytes = (rate / 4) * 2;
	const view = new DataView(new ArrayBuffer(44 + bytes));
	const write = (at: number, text: string) =>
		[...text].forEach((letter, index) => void view.setUint8(at + index, letter.charCodeAt(0)));
	write(0, "RIFF");
	view.setUint32(4, 36 + bytes, true);
	write(8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, rate * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	write(36, "data");
	view.setUint32(40, bytes, true);
	return new Uint8Array(view.buffer);
}
