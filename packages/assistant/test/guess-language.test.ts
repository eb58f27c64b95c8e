import { expect, it } from "vitest";
import { guessLanguage, tellsLanguage } from "../src/guess-language.ts";

it.each([
	["one o one", "en"],
	["I want to speak with Ana", "en"],
	["uno cero uno", "es"],
	["quiero hablar con Jane por favor", "es"],
	["déjelo, llamo más tarde", "es"],
	["cent un", "fr"],
	["je voudrais parler à Sam", "fr"],
	["laissez tomber, je rappellerai", "fr"],
	["hundertzwölf", "de"],
	["ich möchte mit Jane sprechen", "de"],
	["centouno", "it"],
	["vorrei parlare con Sam Lee", "it"],
	["cento e um", "pt"],
	["gostaria de falar com a Ana", "pt"],
])("hears in what language %j is said: %s", (words, language) => {
	expect(guessLanguage(words)).toBe(language);
});

it("keeps the language spoken before for words that tell none", () => {
	for (const words of ["Jane Smith", "101", "Okafor"]) {
		expect(tellsLanguage(words)).toBe(false);
		expect(guessLanguage(words, "it")).toBe("it");
		expect(guessLanguage(words)).toBe("en");
	}
	expect(guessLanguage("I want to speak with Jane please", "it")).toBe("en");
	expect(guessLanguage("Jane Smith", "zh")).toBe("en");
});
