import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import type { ReceptionTurn } from "../../src/receptionist/reception.ts";
import { decide, heard, transferTo, turn, twoJanes } from "./reception-request.ts";

describe("what was said before", () => {
	const asked = turn("gene", "Did you mean Jane Smith in Sales?");
	const which = turn("Jane", "Which one do you mean: Jane Smith in Sales or Jane Doe in Support?");
	const unanswered: ReceptionTurn = {
		caller: "Jane Smith",
		receptionist: "Connecting you to Jane Smith.",
		action: "transfer",
		extension: "101",
	};

	it("lets a yes agree to the one who was offered, and only to him", async () => {
		expect(await decide("yes please", transferTo("101"), { turns: [asked] })).toEqual(transferTo("101"));
		expect(await decide("yes please", transferTo("103"), { turns: [asked] })).toMatchObject({
			action: "ask",
		});
		expect(await decide("yes", transferTo("101"), { turns: [which], directory: twoJanes })).toMatchObject({
			action: "ask",
		});
	});

	it("lets the caller choose from a list by place, name or department", async () => {
		for (const words of ["the second one", "doe", "the one in support"])
			expect(await decide(words, transferTo("104"), { turns: [which], directory: twoJanes }), words).toEqual(
				transferTo("104"),
			);
	});

	it("does not offer the same person again after a no", async () => {
		expect(await decide("no", transferTo("101"), { turns: [asked] })).toEqual({
			action: "ask",
			question: "Who would you like to speak with? We have Sales, Support and Billing.",
		});
	});

	it("lets a caller who comes back try again or leave a message without the name", async () => {
		expect(await decide("try again", transferTo("101"), { turns: [unanswered] })).toEqual(transferTo("101"));
		const voicemail = { action: "voicemail", extension: "101" };
		expect(await decide("then I'll leave a message", voicemail, { turns: [unanswered] })).toEqual(voicemail);
	});

	it("answers a bare name in the language that was spoken before, whatever the model says of it", async () => {
		const turns: ReceptionTurn[] = [{ ...asked, language: "fr" }];
		const request = heard("Jane Smith", { ...transferTo("101"), language: "en" }, { turns });
		expect((await decideReception(request)).language).toBe("fr");
	});

	it("bids a caller farewell who takes leave, whatever the model says", async () => {
		const decision = await decide("ok never mind, goodbye", transferTo("101"), { turns: [unanswered] });
		expect(decision).toEqual({ action: "goodbye" });
	});

	it("asks for whom a message is when nobody was named", async () => {
		expect(await decide("I want to leave a message", { action: "voicemail", extension: "101" })).toEqual({
			action: "ask",
			question: "For whom would you like to leave a message?",
		});
	});

	it("ends in the menu after six turns, without asking a model", async () => {
		const request = heard("sales", transferTo("101"), { turns: Array.from({ length: 6 }, () => asked) });
		const result = await decideReception(request);
		expect(result).toMatchObject({ decision: { action: "menu", reason: "turn_limit" }, model: null });
		expect(request.ai.calls).toHaveLength(0);
	});
});
