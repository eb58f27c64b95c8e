import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import type { ReceptionTurn } from "../../src/receptionist/reception.ts";
import { decide, heard, transferTo, turn } from "./reception-request.ts";

describe("confidence", () => {
	it("asks once when speech recognition was unsure, then believes the words", async () => {
		const unsure = { speechConfidence: 0.3 };
		const first = await decideReception(heard("jane smith", transferTo("101"), unsure));
		expect(first).toMatchObject({
			decision: { action: "ask", question: "Did you mean Jane Smith in Sales?" },
			correction: "low_confidence",
			confidence: 0.3,
		});
		const turns = [turn("jane smith", "Did you mean Jane Smith in Sales?")];
		expect(await decide("jane smith", transferTo("101"), { ...unsure, turns })).toEqual(transferTo("101"));
	});

	it("asks at 0.49 and not at 0.5", async () => {
		expect(await decide("sales", transferTo("101"), { speechConfidence: 0.49 })).toMatchObject({
			action: "ask",
		});
		expect(await decide("sales", transferTo("101"), { speechConfidence: 0.5 })).toEqual(transferTo("101"));
	});

	it("asks when the model itself is unsure", async () => {
		expect(await decide("sales", { ...transferTo("101"), confidence: 0.2 })).toMatchObject({ action: "ask" });
	});

	it("is the lower of the two, and a model that claims none is taken to be fairly sure", async () => {
		const result = await decideReception(
			heard("sales", { ...transferTo("101"), confidence: "very" }, { speechConfidence: 0.95 }),
		);
		expect(result.confidence).toBe(0.7);
	});

	it("asks to repeat when nothing was heard, without asking a model", async () => {
		const request = heard(" \u0000 ", transferTo("101"));
		expect((await decideReception(request)).decision).toMatchObject({ action: "ask" });
		expect(request.ai.calls).toHaveLength(0);
	});
});

describe("an answer", () => {
	it("is spoken when the company's texts hold it", async () => {
		const say = "We're open from 9 a.m. to 5 p.m., at 500 Market Street.";
		expect(await decide("when and where", { action: "info", say })).toEqual({ action: "info", answer: say });
	});

	it("may tell a number that the owner wrote down", async () => {
		const say = "Our hotline is +1 800 555 0142.";
		expect(await decide("hotline?", { action: "info", say })).toEqual({ action: "info", answer: say });
	});

	it("is not spoken when it invents a price, a time, a site or a mail address", async () => {
		for (const say of [
			"A pump costs $250.",
			"We close at 8 p.m.",
			"See www.acme-pumps.com.",
			"Write to jane@acme.com.",
		]) {
			const { decision, correction } = await decideReception(heard("question", { action: "info", say }));
			expect(decision, say).toMatchObject({
				action: "ask",
				question: expect.stringContaining("don't have that"),
			});
			expect(correction).toBe("ungrounded_answer");
		}
	});

	it("ends a call only for a caller who takes leave", async () => {
		expect(await decide("that's all, thanks", { action: "goodbye" })).toEqual({ action: "goodbye" });
		expect(await decide("sales please", { action: "goodbye" })).toMatchObject({ action: "ask" });
		expect(await decide("hmm", { action: "goodbye" })).toMatchObject({ action: "ask" });
		const turns: ReceptionTurn[] = [
			{ caller: "hours?", receptionist: "9 to 5. Anything else?", action: "info" },
		];
		expect(await decide("no", { action: "goodbye" }, { turns })).toEqual({ action: "goodbye" });
	});

	it("to an emergency is ours, at once and without a model", async () => {
		const request = heard("call 911 my house is on fire", transferTo("101"));
		const { decision, model } = await decideReception(request);
		expect(decision).toEqual({ action: "info", answer: expect.stringContaining("hang up and dial 911") });
		expect(model).toBeNull();
		expect(request.ai.calls).toHaveLength(0);
	});
});
