import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import { describe, expect, it } from "vitest";
import { spokenDangerAnswer, textedDangerAnswer } from "../../src/danger/danger-phrases.ts";

const kinds = [
	"self_harm",
	"violence",
	"break_in",
	"fire",
	"gas",
	"medical",
	"child_alone",
	"unnamed",
] as const;
const languages = ["en", "es", "fr", "de", "it", "pt"] as const;
const all = languages.flatMap((language) => kinds.map((kind) => ({ kind, language })));

describe("what somebody in danger is told", () => {
	it.each(all)("names 911, and 988 for self-harm: $kind in $language", ({ kind, language }) => {
		for (const answer of [spokenDangerAnswer(kind, language), textedDangerAnswer(kind, language)]) {
			expect(answer).toContain("911");
			expect(answer.includes("988")).toBe(kind === "self_harm");
			expect(answer.length).toBeLessThanOrEqual(240);
		}
	});

	it.each(all)("is no danger itself when it is quoted: $kind in $language", ({ kind, language }) => {
		const answer = textedDangerAnswer(kind, language);
		expect(recogniseDanger(`Liked “${answer}”`, [])).toBeNull();
		expect(recogniseDanger(`> ${answer}\nthank you`, [])).toBeNull();
	});
});
