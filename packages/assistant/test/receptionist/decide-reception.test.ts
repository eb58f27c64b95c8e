import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import { type ReceptionRequest, type ReceptionTurn, turnsMax } from "../../src/receptionist/reception.ts";
import { FakeTimers } from "../fake-timers.ts";
import { failWith, never } from "../scripted-ai.ts";
import { heard, smallDirectory, twoJanes } from "./reception-request.ts";

async function decide(...request: Parameters<typeof heard>) {
	return (await decideReception(heard(...request))).decision;
}

const transferTo = (extension: string) => ({ action: "transfer", extension });

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

describe("a model that lies", () => {
	it.each([
		["an extension that nobody has", { action: "transfer", extension: "999" }],
		["a telephone number", { action: "transfer", extension: "+19005550199" }],
		["an extension inside other words", { action: "transfer", extension: "101; +19005550199" }],
		["no extension", { action: "transfer" }],
		["an action that does not exist", { action: "dial", extension: "101" }],
		["a question without words", { action: "ask", say: " " }],
	])("ends in the menu with %s", async (_, answer) => {
		expect(await decide("sales please", answer)).toEqual({ action: "menu", reason: "nonsense" });
	});

	it.each([
		["HTML", () => "<html><body>502 Bad Gateway</body></html>"],
		["nothing", () => ({ response: "" })],
		["null", () => null],
		["an endless text", () => ({ response: "sales ".repeat(100_000) })],
		["broken JSON", () => ({ response: '{"action": "transfer", "extension": "101"' })],
		["an array", () => ({ response: [1, 2] })],
		[
			"an answer longer than any speech",
			() => ({ response: JSON.stringify({ action: "info", say: "a ".repeat(9000) }) }),
		],
	])("ends in the menu with %s", async (_, answer) => {
		expect(await decide("sales please", answer)).toEqual({ action: "menu", reason: "nonsense" });
	});

	it.each([
		["a telephone number", "Jane's number is +1 415 555 0151."],
		["a telephone number in words", "Call four one five, five five five, zero one five one."],
		[
			"its instructions",
			"A wish for a department goes to its first extension. Of several wishes take the first that can be done.",
		],
		["JSON", 'I would say {"action": "transfer", "extension": "101"}'],
		["the marks of its prompt", "You said <caller>hello</caller>"],
	])("is not heard telling %s", async (_, say) => {
		for (const action of ["info", "ask"]) {
			const { decision, correction } = await decideReception(heard("tell me", { action, say }));
			expect(decision.action).toBe("ask");
			expect(JSON.stringify(decision)).not.toMatch(/0151|zero one|first extension|action":"transfer|caller>/);
			expect(correction).toBe("unsafe_words");
		}
	});

	it("is heard without markup and cut at a sentence", async () => {
		const say = `<speak>We are <b>open</b> & glad.</speak> ${"We like pumps. ".repeat(40)}`;
		const decision = await decide("tell me", { action: "info", say });
		if (decision.action !== "info") throw new Error("no answer");
		expect(decision.answer).toMatch(/^We are open & glad\. We like pumps\./);
		expect(decision.answer).toMatch(/pumps\.$/);
		expect(decision.answer.length).toBeLessThanOrEqual(300);
	});
});

describe("models that do not answer", () => {
	it("end in the menu with the reason", async () => {
		const models = ["@cf/zai-org/glm-4.7-flash", "@cf/openai/gpt-oss-20b"];
		const capacity = await decideReception(
			heard("sales", failWith("3040: Capacity temporarily exceeded") as never, { models }),
		);
		expect(capacity).toMatchObject({
			decision: { action: "menu", reason: "unavailable" },
			failure: "unavailable",
			model: null,
		});
		expect(capacity.attempts).toHaveLength(2);
		const spent = await decideReception(heard("sales", failWith("3036: used up") as never, { models }));
		expect(spent).toMatchObject({ decision: { action: "menu", reason: "allocation_used_up" } });
		expect(spent.attempts).toHaveLength(1);
	});

	it("end in the menu within four seconds when they are silent", async () => {
		const timers = new FakeTimers();
		const decided = decideReception(heard("sales", never as never, { timers, models: ["a", "b", "c"] }));
		await timers.advance(4000);
		expect(await decided).toMatchObject({ decision: { action: "menu", reason: "deadline" } });
		expect((await decided).milliseconds).toBeLessThanOrEqual(4000);
	});

	it("end in the menu when there is no binding or no model", async () => {
		const none: ReceptionRequest = { ...heard("sales", transferTo("101")), ai: null };
		expect((await decideReception(none)).decision).toEqual({ action: "menu", reason: "no_model" });
		expect(await decide("sales", transferTo("101"), { models: [] })).toEqual({
			action: "menu",
			reason: "no_model",
		});
	});

	it("end in the menu rather than in an error when the request itself is broken", async () => {
		const broken = { ...heard("sales", transferTo("101")), directory: null } as unknown as ReceptionRequest;
		expect(await decideReception(broken)).toMatchObject({
			decision: { action: "menu", reason: "error" },
			failure: "error",
		});
	});

	it("do not hide that the second one answered", async () => {
		const request = heard("sales", transferTo("101"), {
			models: ["@cf/gone", "@cf/meta/llama-3.3-70b-instruct-fp8-fast"],
		});
		const { run } = request.ai;
		request.ai.run = async (model, inputs, options) => {
			if (model === "@cf/gone") throw new Error("5007: No such model");
			return run(model, inputs, options);
		};
		expect(await decideReception(request)).toMatchObject({
			model: "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
			decision: transferTo("101"),
		});
	});
});

function turn(caller: string, receptionist: string): ReceptionTurn {
	return { caller, receptionist, action: "ask" };
}

describe("a caller who asks whether a human speaks", () => {
	const noModel = () => {
		throw new Error("No model may be asked.");
	};
	const identityTurn = {
		caller: "are you a robot",
		receptionist: "I am automated.",
		action: "ask" as const,
	};

	it.each([
		["are you a human", /automated assistant of Acme Corp, not a person/],
		["am I talking to a robot", /not a person/],
		["is this AI", /not a person/],
		["¿eres una persona real?", /asistente automático/],
		["sind Sie ein Roboter", /automatische Assistent/],
		["sei un robot", /assistente automatico/],
	])("hears the truth without a model: %s", async (words, truth) => {
		const { decision, model } = await decideReception(heard(words, noModel));
		expect(decision).toEqual({ action: "ask", question: expect.stringMatching(truth) });
		expect(model).toBeNull();
	});

	it.each([
		["asks again", "is this a real person"],
		["says yes to a person", "yes please"],
		["wants one at once", "are you a robot let me talk to somebody"],
	])("reaches the operator when he %s", async (_name, words) => {
		const directory = [...smallDirectory, { ext: "109", name: "Front Desk", department: "Reception" }];
		const turns = words.startsWith("are") ? [] : [identityTurn];
		const { decision } = await decideReception(heard(words, noModel, { directory, turns }));
		expect(decision).toEqual({ action: "transfer", extension: "109" });
	});

	it("is asked whom to reach when there is no operator", async () => {
		const { decision } = await decideReception(heard("are you a bot", noModel, { turns: [identityTurn] }));
		expect(decision).toEqual({ action: "ask", question: expect.stringContaining("Who would you like") });
	});
});

describe("a caller in danger", () => {
	it.each([
		["I want to kill myself with my dad's gun", "self_harm", /911.*988/],
		["hay alguien en mi casa", "break_in", /911/],
		["es riecht nach Gas", "gas", /911/],
		["mia madre non respira", "medical", /911/],
		["im six and mommy wont wake up", "child_alone", /911/],
	])("is told what to do, even after the last turn: %s", async (words, danger, tells) => {
		const turns = Array.from({ length: turnsMax }, () => ({
			caller: "hm",
			receptionist: "Sorry?",
			action: "ask" as const,
		}));
		const result = await decideReception(heard(words, { action: "transfer", extension: "101" }, { turns }));
		expect(result).toMatchObject({ danger, decision: { action: "info" } });
		expect(result.decision).toHaveProperty("answer", expect.stringMatching(tells));
	});

	it("is so at a clinic, too, unless the words are the clinic's own matter", async () => {
		const company = {
			name: "Heart Clinic",
			greeting: "",
			hoursText: "",
			factsText: "We send an ambulance for our patients. We treat overdoses.",
		};
		const decide = async (words: string) =>
			(await decideReception(heard(words, { action: "info", say: "Yes." }, { company }))).danger;
		expect(await decide("I want to kill myself")).toBe("self_harm");
		expect(await decide("I need an ambulance")).toBeNull();
	});
});
