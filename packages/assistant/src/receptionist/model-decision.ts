import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import * as z from "zod";
import type { AnswerSchema } from "../models/build-model-inputs.ts";
import { readJsonObject } from "../models/read-json-object.ts";
import type { ModelAnswer } from "../models/read-model-answer.ts";

const actions = ["transfer", "voicemail", "info", "ask", "goodbye"] as const;
/** Longer than anything spoken; a model that talks without end is nonsense. */
const sayCharactersMax = 4000;
/** Assumed when a model states none. */
const unstatedConfidence = 0.7;

/** Valid in form; the review decides whether it is true. */
export type ModelDecision = z.infer<ReturnType<typeof modelDecisionOf>>;

function modelDecisionOf(directory: readonly DirectoryEntry[]) {
	return z
		.object({
			action: z.enum(actions),
			extension: z
				.union([z.string(), z.number(), z.null()])
				.optional()
				.transform((extension) => String(extension ?? "").trim()),
			say: z
				.string()
				.max(sayCharactersMax)
				.nullish()
				.transform((say) => say ?? ""),
			language: z
				.string()
				.nullish()
				.transform((language) => /^[a-z]{2}/.exec((language ?? "").toLowerCase())?.[0] ?? null),
			confidence: z.coerce.number().min(0).max(1).catch(unstatedConfidence),
		})
		.refine(({ action, extension }) => {
			const isNeeded = action === "transfer" || action === "voicemail";
			return !isNeeded || directory.some((entry) => entry.ext === extension);
		})
		.refine(({ action, say }) => (action !== "info" && action !== "ask") || say.trim() !== "");
}

/** Null for anything that is no decision about this directory. */
export function readModelDecision(
	answer: ModelAnswer,
	directory: readonly DirectoryEntry[],
): ModelDecision | null {
	const parsed = modelDecisionOf(directory).safeParse(readJsonObject(answer));
	return parsed.success ? parsed.data : null;
}

/** Flat, with empty strings for nothing: some JSON modes know neither unions nor optional fields. */
export function describeDecision(directory: readonly DirectoryEntry[]): AnswerSchema {
	return {
		name: "reception_decision",
		schema: {
			type: "object",
			properties: {
				action: { type: "string", enum: [...actions] },
				extension: { type: "string", enum: ["", ...directory.map((entry) => entry.ext)] },
				say: { type: "string" },
				language: { type: "string" },
				confidence: { type: "number" },
			},
			required: ["action", "extension", "say", "language", "confidence"],
			additionalProperties: false,
		},
	};
}
