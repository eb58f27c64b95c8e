import type { ReceptionTurn } from "@cloudpbx/assistant/receptionist/reception";
import type { Category } from "../utterance.ts";

const whichJane: ReceptionTurn = {
	caller: "Jane please",
	receptionist: "Which one do you mean: Jane Miller in Dentistry or Jane O'Neil in Orthodontics?",
	action: "ask",
};
const didYouMeanJane: ReceptionTurn = {
	caller: "gene",
	receptionist: "Did you mean Jane Smith in Sales?",
	action: "ask",
};
const who: ReceptionTurn = {
	caller: "I want to talk to a human",
	receptionist: "Who would you like to speak with? We have Sales, Support and Billing.",
	action: "ask",
};
const unanswered: ReceptionTurn = {
	caller: "Jane Smith please",
	receptionist: "Connecting you to Jane Smith.",
	action: "transfer",
	extension: "101",
};
const messageFor: ReceptionTurn = {
	caller: "I want to leave a message",
	receptionist: "For whom would you like to leave a message?",
	action: "ask",
};

export const conversations: Category = {
	"several turns": [
		{ company: "lakeside", says: "the second one", turns: [whichJane], expect: ["transfer 112"] },
		{ company: "lakeside", says: "the one in dentistry", turns: [whichJane], expect: ["transfer 111"] },
		{ company: "lakeside", says: "O'Neil", turns: [whichJane], expect: ["transfer 112"] },
		{ company: "lakeside", says: "miller", turns: [whichJane], expect: ["transfer 111"] },
		{ company: "lakeside", says: "yes", turns: [whichJane], expect: ["ask"] },
		{ company: "acme", says: "yes please", turns: [didYouMeanJane], expect: ["transfer 101"] },
		{ company: "acme", says: "that's right", turns: [didYouMeanJane], expect: ["transfer 101"] },
		{ company: "acme", says: "no, Sam", turns: [didYouMeanJane], expect: ["transfer 102"] },
		{ company: "acme", says: "no", turns: [didYouMeanJane], expect: ["ask"] },
		{ company: "acme", says: "billing then", turns: [who], expect: ["transfer 103"] },
		{ company: "acme", says: "try again please", turns: [unanswered], expect: ["transfer 101"] },
		{ company: "acme", says: "then let me leave a message", turns: [unanswered], expect: ["voicemail 101"] },
		{
			company: "acme",
			says: "is somebody else in sales or can I talk to Sam",
			turns: [unanswered],
			expect: ["transfer 102", "transfer 101", "ask"],
		},
		{ company: "acme", says: "ok then never mind, goodbye", turns: [unanswered], expect: ["goodbye"] },
		{ company: "acme", says: "for Ana", turns: [messageFor], expect: ["voicemail 103"] },
		{
			company: "acme",
			says: "the support team",
			turns: [messageFor],
			expect: ["voicemail 102", "transfer 102"],
		},
		{
			company: "acme",
			says: "and on Fridays?",
			turns: [
				{
					caller: "what are your hours",
					receptionist: "Monday to Friday, 9 a.m. to 5 p.m. Anything else?",
					action: "info",
				},
			],
			expect: ["info"],
		},
		{
			company: "acme",
			says: "sí, por favor",
			turns: [{ caller: "con Jane", receptionist: "¿Se refiere a Jane Smith de Sales?", action: "ask" }],
			expect: ["transfer 101"],
		},
	],
};
