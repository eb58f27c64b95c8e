import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import { turnsMax } from "../../src/receptionist/reception.ts";
import { heard, smallDirectory } from "./reception-request.ts";

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
