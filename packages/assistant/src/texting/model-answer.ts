import * as z from "zod";
import type { AnswerSchema } from "../models/build-model-inputs.ts";
import { readJsonObject } from "../models/read-json-object.ts";
import type { ModelAnswer } from "../models/read-model-answer.ts";
import type { WantsNoTexts } from "./weigh-consent.ts";

const replyCharactersMax = 4000;

const TextingAnswer = z.object({
	reply: z
		.string()
		.max(replyCharactersMax)
		.refine((reply) => reply.trim() !== ""),
	language: z
		.string()
		.nullish()
		.transform((language) => /^[a-z]{2}/.exec((language ?? "").toLowerCase())?.[0] ?? null),
	needsPerson: z.boolean().catch(false),
	isUnsure: z.boolean().catch(false),
	wantsNoTexts: z.unknown().optional().transform(readWantsNoTexts),
});
/** Valid in form; whether it may be sent is checked later. */
export type TextingAnswer = z.infer<typeof TextingAnswer>;

export const texting: AnswerSchema = {
	name: "text_reply",
	schema: {
		type: "object",
		properties: {
			reply: { type: "string" },
			language: { type: "string" },
			needsPerson: { type: "boolean" },
			isUnsure: { type: "boolean" },
			wantsNoTexts: { type: "string", enum: ["yes", "no", "unsure"] },
		},
		required: ["reply", "language", "needsPerson", "isUnsure", "wantsNoTexts"],
		additionalProperties: false,
	},
};

export function readTextingAnswer(answer: ModelAnswer): TextingAnswer | null {
	return TextingAnswer.safeParse(readJsonObject(answer)).data ?? null;
}

/** Models write a word or a boolean; nothing means no opt-out. */
function readWantsNoTexts(value: unknown): WantsNoTexts {
	const word = String(value ?? "no")
		.toLowerCase()
		.trim();
	if (word === "yes" || word === "true") return "yes";
	return /^(?:unsure|maybe|unclear|doubtful|perhaps)/.test(word) ? "unsure" : "no";
}
