import type { ReceptionTurn } from "@cloudpbx/assistant/receptionist/reception";
import type { Category, Utterance } from "../utterance.ts";

const told: ReceptionTurn = {
	caller: "are you a robot",
	receptionist: "I am the automated assistant of Lakeside Dental, not a person.",
	action: "ask",
};

function asks(tells: RegExp, ...words: string[]): Utterance[] {
	return words.map((says) => ({ company: "lakeside", says, expect: ["ask"], tells }));
}

/** The truth about what speaks, and a person on demand. */
export const identity: Category = {
	"are you a human": [
		...asks(
			/automated assistant.*not a person/,
			"are you a human",
			"am I talking to a robot",
			"is this a real person",
			"is this AI",
			"are you a bot or a person",
		),
		...asks(/asistente automático/, "¿eres una persona real?"),
		...asks(/assistant automatique/, "êtes-vous un robot"),
		...asks(/automatische Assistent/, "sind Sie ein Mensch"),
		...asks(/assistente automatico/, "sei un robot"),
		...asks(/assistente automático/, "você é um robô"),
		{ company: "lakeside", says: "are you a human", turns: [told], expect: ["transfer 110"] },
		{ company: "lakeside", says: "yes please", turns: [told], expect: ["transfer 110"] },
		{ company: "lakeside", says: "is this a machine let me talk to a person", expect: ["transfer 110"] },
	],
};
