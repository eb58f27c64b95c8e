import { describe, expect, it } from "vitest";
import { dropUnsureGreeting, listOwnNames } from "../../src/receptionist/words/greeting-names.ts";

const names = (words: string) => [...listOwnNames(words)].join(" ");

describe("a caller's own name", () => {
	it.each([
		["my name is Dana", "dana"],
		["My name is Okonkwo and I need billing", "okonkwo"],
		["this is Karen from the bank", "karen"],
		["Mike speaking", "mike"],
		["hi, Lisa here, is Sam in", "lisa"],
		["me llamo Pedro", "pedro"],
		["soy Lucía", "lucia"],
		["je m'appelle Luc Moreau", "luc moreau"],
		["ich heiße Weber", "weber"],
		["mi chiamo Giulia", "giulia"],
		["meu nome é João", "joao"],
	])("is heard in %j", (words, expected) => {
		expect(names(words)).toBe(expected);
	});

	it.each([
		"This is Doctor Shah's office, I'm returning a call",
		"this is Shah's office",
		"this is Verizon",
		"this is urgent",
		"this is regarding my invoice",
		"this is a customer",
		"this is the bank",
		"this is about a refund",
		"I'm upset",
		"I'm calling about the machine",
		"I'm very angry",
		"I am the tenant of number nine",
		"it's dying",
		"im bleeding",
		"nobody here",
		"my name is not important",
		"soy cliente",
		"c'est urgent",
		"ich bin verärgert",
		"hier ist die Bank",
		"sono arrabbiato",
		"sou cliente",
	])("is none in %j", (words) => {
		expect(names(words)).toBe("");
	});
});

describe("a greeting", () => {
	it.each([
		[
			"Hello Doctor shah's! How can I help you?",
			"This is Doctor Shah's office",
			"Hello! How can I help you?",
		],
		["Hello Upset, how can I help?", "I'm upset with you", "Hello! How can I help?"],
		[
			"Hi Verizon! Who would you like to speak with?",
			"this is Verizon",
			"Hi! Who would you like to speak with?",
		],
		["¡Hola Urgente! ¿En qué puedo ayudarle?", "soy urgente", "¡Hola! ¿En qué puedo ayudarle?"],
		["Bonjour Client ! Comment puis-je aider ?", "je suis client", "Bonjour! Comment puis-je aider ?"],
		["Hello Dana! How can I help?", "my name is Dana", "Hello Dana! How can I help?"],
		["Hello! How can I help?", "hello there", "Hello! How can I help?"],
		["Hello there! How can I help?", "hello there", "Hello there! How can I help?"],
		["We are open from 9 to 5.", "when are you open", "We are open from 9 to 5."],
	])("%j after %j is %j", (say, words, expected) => {
		expect(dropUnsureGreeting(say, words)).toBe(expected);
	});
});
