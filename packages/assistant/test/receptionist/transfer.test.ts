import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import { decide, heard, smallDirectory, transferTo, turn, twoJanes } from "./reception-request.ts";

describe("a transfer", () => {
	it("goes where the model says when the caller's words bear it out", async () => {
		expect(await decide("sales please", transferTo("101"))).toEqual(transferTo("101"));
		expect(await decide("gene smith", transferTo("101"))).toEqual(transferTo("101"));
		expect(await decide("my invoice is wrong", transferTo("103"))).toEqual(transferTo("103"));
	});

	it("takes an extension that the model wrote as a number", async () => {
		expect(await decide("sales please", { action: "transfer", extension: 101 })).toEqual(transferTo("101"));
	});

	it("becomes a question when the words clearly name somebody else", async () => {
		const { decision, correction } = await decideReception(heard("billing please", transferTo("101")));
		expect(decision).toEqual({ action: "ask", question: "Did you mean Ana Ruiz in Billing?" });
		expect(correction).toBe("contradiction");
	});

	it("becomes a question when nothing in the words speaks for it", async () => {
		const { decision, correction } = await decideReception(
			heard("I have a thing to discuss", transferTo("102")),
		);
		expect(decision).toEqual({ action: "ask", question: "Did you mean Sam Lee in Support?" });
		expect(correction).toBe("not_in_the_words");
	});

	it("becomes a question when the words fit two people", async () => {
		const { decision, correction } = await decideReception(
			heard("Jane please", transferTo("101"), { directory: twoJanes }),
		);
		expect(decision).toEqual({
			action: "ask",
			question: "Which one do you mean: Jane Smith in Sales or Jane Doe in Support?",
		});
		expect(correction).toBe("ambiguous");
	});

	it("goes through when a department tells two people apart", async () => {
		expect(await decide("Jane in support", transferTo("104"), { directory: twoJanes })).toEqual(
			transferTo("104"),
		);
		expect(await decide("Jane in support", transferTo("101"), { directory: twoJanes })).toMatchObject({
			action: "ask",
		});
	});

	it("asks in the caller's language", async () => {
		const answer = { ...transferTo("101"), language: "es-MX" };
		expect(await decide("quiero facturación", answer)).toEqual({
			action: "ask",
			question: "¿Se refiere a Ana Ruiz de Billing?",
		});
	});

	it("goes to anybody when the caller says that anybody will do, or asks for a person twice", async () => {
		expect(await decide("anyone, it doesn't matter", transferTo("101"))).toEqual(transferTo("101"));
		expect(await decide("operator", transferTo("101"))).toMatchObject({ action: "ask" });
		const turns = [turn("a human please", "Who would you like to speak with?")];
		expect(await decide("a human I said", transferTo("101"), { turns })).toEqual(transferTo("101"));
	});

	it.each([
		"operator",
		"an agent please",
		"I want to speak to a real person",
		"can I talk to a human",
		"representative",
		"I need a representative",
		"let me talk to somebody",
		"quiero hablar con una persona",
		"give me the receptionist",
	])("goes to the operator whom the owner chose at the first asking: %s", async (words) => {
		const directory = smallDirectory.map((entry) => ({ ...entry, isOperator: entry.ext === "103" }));
		const lying = { action: "ask", question: "Who would you like to speak with?" };
		expect(await decide(words, lying, { directory })).toEqual(transferTo("103"));
	});

	it.each([
		["a person in sales please", "101"],
		["can somebody help me with my invoice", "103"],
		["I want to speak to a human about billing", "103"],
		["let me talk to Jane, a real person", "101"],
	])("goes where the words lead and not to the operator: %s", async (words, extension) => {
		const directory = smallDirectory.map((entry) => ({ ...entry, isOperator: entry.ext === "102" }));
		expect(await decide(words, transferTo(extension), { directory })).toEqual(transferTo(extension));
	});

	it("goes to the reception for the operator when there is one", async () => {
		const directory = [...twoJanes, { ext: "110", name: "Ida Berg", department: "Front Desk" }];
		expect(await decide("operator please", transferTo("110"), { directory })).toEqual(transferTo("110"));
		expect(await decide("operator please", transferTo("101"), { directory })).toMatchObject({
			action: "ask",
		});
	});
});
