import { describe, expect, it } from "vitest";
import { readConsentWords } from "../../src/opt-out/read-consent-words.ts";
import { dangerous } from "./corpora/dangerous.ts";
import { dangerousHeldOut } from "./corpora/dangerous-held-out.ts";
import { dangerousNewcomers } from "./corpora/newcomers.ts";
import { dangerousStrangers } from "./corpora/strangers.ts";

const sentences = [
	...Object.values(dangerous),
	...Object.values(dangerousHeldOut),
	dangerousNewcomers,
	dangerousStrangers,
]
	.join("\n")
	.split("\n")
	.filter((line) => line.trim() !== "");

describe("words of danger", () => {
	it("are no opt-outs: who is opted out would get no answer", () => {
		expect(sentences.filter((words) => readConsentWords(words, "local").kind !== "none")).toEqual([]);
	});
});
