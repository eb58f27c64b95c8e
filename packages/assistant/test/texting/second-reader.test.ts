import { describe, expect, it } from "vitest";
import { runModel } from "../../../../tools/simulator/src/workers-ai/run-model.ts";
import { heldOut } from "../../../domain/test/opt-out/held-out.ts";
import { heldOutSecond } from "../../../domain/test/opt-out/held-out-second.ts";
import { heldOutThird } from "../../../domain/test/opt-out/held-out-third.ts";
import type { Phrase } from "../../../domain/test/opt-out/list-phrases.ts";
import type { AiBinding } from "../../src/models/ai-binding.ts";
import { composeAnswer } from "../../src/texting/compose-answer.ts";
import { readTextsWish } from "../../src/texting/read-texts-wish.ts";
import type { TextTurn } from "../../src/texting/texting.ts";
import { type WantsNoTexts, weighConsent } from "../../src/texting/weigh-consent.ts";
import { scriptedAi } from "../scripted-ai.ts";

const model = "@cf/zai-org/glm-4.7-flash";
const company = {
	name: "Acme Corp",
	hoursText: "Monday to Friday, 9 am to 5 pm.",
	factsText: "A repair visit costs 90 dollars.",
};

const compose = (ai: AiBinding, ...turns: (string | TextTurn)[]) =>
	composeAnswer({
		company,
		directory: [],
		turns: turns.map((turn) => (typeof turn === "string" ? { by: "contact", text: turn } : turn)),
		unsureBefore: 0,
		models: [model],
		ai,
	});

const says = (wantsNoTexts: unknown, reply = "Happy to help.") =>
	scriptedAi(() => ({
		choices: [
			{
				message: {
					content: JSON.stringify({
						reply,
						language: "en",
						needsPerson: false,
						isUnsure: false,
						wantsNoTexts,
					}),
				},
			},
		],
	}));

const unclear = "My household has moved on from all of this, kindly take note";
const doubtful = "too many texts for my taste these days";

describe("rules and model", () => {
	it.each([
		["opt_out", "no", "opt_out"],
		["innocent", "yes", "none"],
		["innocent", "unsure", "none"],
		["doubtful", "yes", "opt_out"],
		["doubtful", "unsure", "doubtful"],
		["doubtful", "no", "doubtful"],
		["doubtful", null, "doubtful"],
		["open", "yes", "opt_out"],
		["open", "unsure", "doubtful"],
		["open", "no", "none"],
		["open", null, "none"],
	] as const)("%s and %s make %s", (rules, said: WantsNoTexts | null, verdict) => {
		expect(weighConsent(rules, said)).toBe(verdict);
	});

	it.each([
		["stop texting me", "opt_out"],
		["What are your hours?", "innocent"],
		["thanks so much!", "innocent"],
		["remove the onions", "innocent"],
		["¿A qué hora abren?", "innocent"],
		["几点开门?", "innocent"],
		[doubtful, "doubtful"],
		[unclear, "open"],
		["> Acme: Sale. Reply STOP to opt out\n\nGreat, what are your hours?", "innocent"],
	] as const)("%j is %s to the rules", (text, wish) => {
		const ours = { by: "company" as const, text: "Acme: Sale. Reply STOP to opt out" };
		expect(readTextsWish({ turns: [ours, { by: "contact", text }] })).toBe(wish);
	});
});

describe("an answer that may go to somebody who wants none", () => {
	it("is none when the model reads an opt-out", async () => {
		for (const word of ["yes", true, "true"]) {
			expect(await compose(says(word, "Sale today!"), unclear)).toMatchObject({ kind: "opt_out", model });
		}
	});

	it("ends with how to stop when either of them doubts, in the contact's language", async () => {
		const text = "Happy to help. Reply STOP to stop all texts.";
		for (const [word, said] of [
			["unsure", unclear],
			["no", doubtful],
			[undefined, doubtful],
		]) {
			expect(await compose(says(word), String(said))).toMatchObject({
				kind: "answer",
				text,
				mayWantNoTexts: true,
			});
		}
		expect(await compose(says("unsure"), "мне это уже надоело")).toMatchObject({
			text: expect.stringMatching(/STOP, чтобы/),
		});
	});

	it("is the ordinary one where the rules are sure, whatever the model claims", async () => {
		for (const said of ["What are your hours?", "Thank you!", "cancel my Tuesday appointment please"]) {
			expect(await compose(says("yes"), said)).toMatchObject({
				kind: "answer",
				text: "Happy to help.",
				mayWantNoTexts: false,
			});
		}
	});

	it("is read by the model before a complaint is handed over, and by the rules when there is none", async () => {
		const angry =
			"This is unacceptable, so many messages are annoying and my lawyer will contact you about the texts";
		const fails = scriptedAi(() => ({ choices: [] }));
		expect(await compose(says("yes"), `${doubtful}, I will complain`)).toMatchObject({ kind: "opt_out" });
		for (const ai of [says("no"), fails]) {
			expect(await compose(ai, `${doubtful}, I will complain`)).toMatchObject({
				kind: "handover",
				reason: "complaint",
				mayWantNoTexts: true,
				text: expect.stringMatching(/Reply STOP to stop all texts\.$/),
			});
		}
		expect(await compose(says("no"), angry)).toMatchObject({ kind: "opt_out" });
	});

	it("keeps to the emergency, and to nothing else, in an emergency", async () => {
		const result = await compose(says("yes"), "Help, there is a fire in my house, too many texts");
		expect(result).toMatchObject({ kind: "handover", reason: "emergency", mayWantNoTexts: false });
	});
});

describe("rules and the simulator's stand-in", () => {
	it.each([
		{ name: "first", phrases: heldOut, recallMin: 0.9, falseMax: 0.03, caughtMin: 0.96 },
		{ name: "second", phrases: heldOutSecond, recallMin: 0.9, falseMax: 0.02, caughtMin: 0.96 },
		{ name: "third", phrases: heldOutThird, recallMin: 0.85, falseMax: 0.03, caughtMin: 0.9 },
	])(
		"understand the $name texts that the rules were not written by",
		async ({ name, phrases, recallMin, falseMax, caughtMin }) => {
			const rules = await measure(phrases, async ({ text }) =>
				readTextsWish({ turns: [{ by: "contact", text }] }) === "opt_out" ? "out" : "none",
			);
			const both = await measure(phrases, async ({ text }) => {
				const result = await compose(standIn(), text);
				if (result.kind === "opt_out") return "out";
				return "mayWantNoTexts" in result && result.mayWantNoTexts ? "doubtful" : "none";
			});
			console.log(`held out, ${name}\n  rules alone:      ${tell(rules)}\n  and the stand-in: ${tell(both)}`);
			expect(rules.out / rules.optOuts).toBeGreaterThanOrEqual(recallMin);
			expect(rules.falseOut / rules.innocents).toBeLessThanOrEqual(falseMax);
			expect((both.out + both.doubtful) / both.optOuts).toBeGreaterThanOrEqual(caughtMin);
			expect(both.falseOut / both.innocents).toBeLessThanOrEqual(falseMax);
		},
	);
});

interface Rates {
	optOuts: number;
	out: number;
	doubtful: number;
	innocents: number;
	falseOut: number;
	falseDoubtful: number;
}

async function measure(
	phrases: readonly Phrase[],
	read: (phrase: Phrase) => Promise<"out" | "doubtful" | "none">,
): Promise<Rates> {
	const rates: Rates = { optOuts: 0, out: 0, doubtful: 0, innocents: 0, falseOut: 0, falseDoubtful: 0 };
	for (const phrase of phrases) {
		const verdict = await read(phrase);
		if (phrase.isOptOut) {
			rates.optOuts += 1;
			if (verdict !== "none") rates[verdict] += 1;
		} else {
			rates.innocents += 1;
			if (verdict === "out") rates.falseOut += 1;
			if (verdict === "doubtful") rates.falseDoubtful += 1;
		}
	}
	return rates;
}

function tell({ optOuts, out, doubtful, innocents, falseOut, falseDoubtful }: Rates): string {
	return `${out} of ${optOuts} opted out and ${doubtful} told how; of ${innocents} innocent ones ${falseOut} opted out and ${falseDoubtful} told how`;
}

function standIn(): AiBinding {
	const surroundings = {
		network: {
			takeFault: async () => null,
			findTranscript: async () => null,
			noteModel: async () => undefined,
		},
		localUrl: "",
		send: fetch,
		wait: async () => undefined,
	};
	return { run: (name, inputs, options) => runModel(surroundings, name, inputs, options) };
}
