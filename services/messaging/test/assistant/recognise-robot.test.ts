import { describe, expect, it } from "vitest";
import { repeatsItself, type TimedText } from "../../src/assistant/recognise-robot.ts";

const start = Date.parse("2026-11-20T18:00:00Z");

/** Each text comes `seconds` after the last answer. */
function countAnswers(texts: readonly string[], seconds: number): number {
	const talk: TimedText[] = [];
	let at = start;
	let answers = 0;
	for (const text of texts) {
		at += seconds * 1000;
		talk.push({ by: "contact", text, at });
		if (repeatsItself(talk, new Date(at))) return answers;
		at += 2000;
		talk.push({ by: "company", text: `Answer ${++answers}.`, at });
	}
	return answers;
}
const nine = (toText: (index: number) => string) => Array.from({ length: 9 }, (_, index) => toText(index));
const names = ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal", "Ida"];

describe("a machine that answers", () => {
	it.each<[string, (index: number) => string]>([
		["numbers its tickets", (n) => `Thanks! Ticket #${1001 + n} received.`],
		["tells ids with letters", (n) => `Your request REQ-${4711 + n}A is in our system, we come back to you.`],
		["tells the place in a queue", (n) => `You are number ${n + 3} in the queue. Please wait.`],
		["tells the date", (n) => `Office closed until ${n + 2} December. Write again then.`],
		["names a colleague", (n) => `Hi, ${names[n]} has your message and comes back to you shortly today.`],
		[
			"says so in changing words",
			(n) =>
				["Auto-reply: I am driving.", "Out of office until Monday.", "Do not reply to this number."][n % 3] ??
				"",
		],
		["asks back", (n) => `Thanks for contacting us! Case ${n} was created. How can we help?`],
		["is Spanish", (n) => `Respuesta automática ${n}: gracias por su mensaje.`],
		["is French", (n) => `Nous avons bien reçu votre demande ${n}.`],
		["is German", (n) => `Vielen Dank für Ihre Nachricht. Vorgang ${n}.`],
		["is Italian", (n) => `Abbiamo ricevuto il suo messaggio numero ${n}.`],
		["is Portuguese", (n) => `Recebemos sua mensagem ${n}, não responda.`],
	])("gets at most two answers when it %s", (_name, toText) => {
		expect(countAnswers(nine(toText), 1)).toBeLessThanOrEqual(2);
		expect(countAnswers(nine(toText), 40)).toBeLessThanOrEqual(2);
	});
});

describe("a person", () => {
	it.each<[string, string[]]>([
		[
			"six different questions",
			[
				"When are you open?",
				"Where are you?",
				"Do you take cards?",
				"How much is a visit?",
				"Is there parking?",
				"Can I bring my dog?",
			],
		],
		[
			"six questions of one form",
			[
				"Are you open on Monday?",
				"Are you open on Tuesday?",
				"Are you open on Friday?",
				"Are you open at Christmas?",
				"Are you open today?",
				"Are you open on Sunday?",
			],
		],
		[
			"six sentences without a question",
			[
				"hi",
				"my sink leaks",
				"it started yesterday",
				"I live on Main Street",
				"I am at home all day",
				"thanks",
			],
		],
		[
			"six questions in Spanish",
			[
				"¿A qué hora abren?",
				"¿Dónde están?",
				"¿Cuánto cuesta?",
				"¿Aceptan tarjetas?",
				"¿Hay estacionamiento?",
				"¿Abren el sábado?",
			],
		],
	])("gets six answers to %s, however fast", (_name, texts) => {
		expect(countAnswers(texts, 1)).toBe(6);
		expect(countAnswers(texts, 60)).toBe(6);
	});

	it("who asks the same twice and a third time gets an answer each time, and then a person", () => {
		expect(countAnswers(Array(5).fill("When do you open?"), 30)).toBe(3);
	});

	it("who writes the same an hour later is answered", () => {
		expect(
			countAnswers(
				nine(() => "Ticket 12 please"),
				3700,
			),
		).toBe(9);
	});
});
