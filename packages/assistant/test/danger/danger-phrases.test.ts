import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import { describe, expect, it } from "vitest";
import { spokenDangerAnswer, textedDangerAnswer } from "../../src/danger/danger-phrases.ts";

const KINDS = [
	"self_harm",
	"violence",
	"break_in",
	"fire",
	"gas",
	"medical",
	"child_alone",
	"unnamed",
] as const;
const LANGUAGES = ["en", "es", "fr", "de", "it", "pt"] as const;
const ALL = LANGUAGES.flatMap((language) => KINDS.map((kind) => ({ kind, language })));

describe("what somebody in danger is told", () => {
	it.each(ALL)("names 911, and 988 for self-harm: $kind in $language", ({ kind, language }) => {
		for (const answer of [spokenDangerAnswer(kind, language), textedDangerAnswer(kind, language)]) {
			expect(answer).toContain("911");
			expect(answer.includes("988")).toBe(kind === "self_harm");
			expect(answer.length).toBeLessThanOrEqual(240);
		}
	});

	it.each(ALL)("is no danger itself when it is quoted: $kind in $language", ({ kind, language }) => {
		const answer = textedDangerAnswer(kind, language);
		expect(recogniseDanger(`Liked “${answer}”`, [])).toBeNull();
		expect(recogniseDanger(`> ${answer}\nthank you`, [])).toBeNull();
	});
});
