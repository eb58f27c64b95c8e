import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { spellDigits } from "@cloudpbx/domain/spell-number";
import { type OwnLanguage, ownLanguages } from "../guess-language.ts";

export interface Phrases {
	didYouMean(entry: DirectoryEntry): string;
	whichOf(entries: readonly DirectoryEntry[]): string;
	whoToReach(directory: readonly DirectoryEntry[]): string;
	whoGetsMessage(): string;
	notAnExtension(digits: string, directory: readonly DirectoryEntry[]): string;
	pleaseRepeat(): string;
	anythingElse(): string;
	notKnown(directory: readonly DirectoryEntry[]): string;
	notPossible(directory: readonly DirectoryEntry[]): string;
}

/** Nobody remembers a longer spoken list. */
const choicesMax = 6;

const english: Phrases = {
	didYouMean: (entry) => `Did you mean ${describe(entry, "in")}?`,
	whichOf: (entries) =>
		`Which one do you mean: ${list(
			entries.map((entry) => describe(entry, "in")),
			"or",
		)}?`,
	whoToReach: (directory) => `Who would you like to speak with?${choices(directory, "We have", "and")}`,
	whoGetsMessage: () => "For whom would you like to leave a message?",
	notAnExtension: (digits, directory) =>
		`${spellDigits(digits)} is not an extension here. Who would you like to speak with?${choices(directory, "We have", "and")}`,
	pleaseRepeat: () => "Sorry, I did not catch that. Could you say it again, please?",
	anythingElse: () => "Is there anything else I can help you with?",
	notKnown: (directory) =>
		`I'm sorry, I don't have that information. Who could help you with it?${choices(directory, "We have", "and")}`,
	notPossible: (directory) =>
		`I'm sorry, I can't do that. Who would you like to speak with?${choices(directory, "We have", "and")}`,
};

const spanish: Phrases = {
	didYouMean: (entry) => `¿Se refiere a ${describe(entry, "de")}?`,
	whichOf: (entries) =>
		`¿A quién se refiere: ${list(
			entries.map((entry) => describe(entry, "de")),
			"o",
		)}?`,
	whoToReach: (directory) => `¿Con quién desea hablar?${choices(directory, "Tenemos", "y")}`,
	whoGetsMessage: () => "¿Para quién desea dejar un mensaje?",
	notAnExtension: (digits, directory) =>
		`${spellDigits(digits)} no es una extensión de esta empresa. ¿Con quién desea hablar?${choices(directory, "Tenemos", "y")}`,
	pleaseRepeat: () => "Disculpe, no le he entendido. ¿Puede repetirlo, por favor?",
	anythingElse: () => "¿Puedo ayudarle en algo más?",
	notKnown: (directory) =>
		`Lo siento, no tengo esa información. ¿Con quién desea hablar?${choices(directory, "Tenemos", "y")}`,
	notPossible: (directory) =>
		`Lo siento, eso no es posible. ¿Con quién desea hablar?${choices(directory, "Tenemos", "y")}`,
};

const french: Phrases = {
	didYouMean: (entry) => `Voulez-vous dire ${describe(entry, "de")} ?`,
	whichOf: (entries) =>
		`De qui s'agit-il : ${list(
			entries.map((entry) => describe(entry, "de")),
			"ou",
		)} ?`,
	whoToReach: (directory) => `À qui souhaitez-vous parler ?${choices(directory, "Nous avons", "et")}`,
	whoGetsMessage: () => "Pour qui souhaitez-vous laisser un message ?",
	notAnExtension: (digits, directory) =>
		`Le ${spellDigits(digits)} n'est pas un poste de cette entreprise. À qui souhaitez-vous parler ?${choices(directory, "Nous avons", "et")}`,
	pleaseRepeat: () => "Pardon, je n'ai pas compris. Pouvez-vous répéter, s'il vous plaît ?",
	anythingElse: () => "Puis-je encore vous aider ?",
	notKnown: (directory) =>
		`Désolé, je n'ai pas cette information. À qui souhaitez-vous parler ?${choices(directory, "Nous avons", "et")}`,
	notPossible: (directory) =>
		`Désolé, ce n'est pas possible. À qui souhaitez-vous parler ?${choices(directory, "Nous avons", "et")}`,
};

const german: Phrases = {
	didYouMean: (entry) => `Meinen Sie ${describe(entry, "aus")}?`,
	whichOf: (entries) =>
		`Wen meinen Sie: ${list(
			entries.map((entry) => describe(entry, "aus")),
			"oder",
		)}?`,
	whoToReach: (directory) => `Mit wem möchten Sie sprechen?${choices(directory, "Wir haben", "und")}`,
	whoGetsMessage: () => "Für wen möchten Sie eine Nachricht hinterlassen?",
	notAnExtension: (digits, directory) =>
		`${spellDigits(digits)} ist hier keine Durchwahl. Mit wem möchten Sie sprechen?${choices(directory, "Wir haben", "und")}`,
	pleaseRepeat: () => "Entschuldigung, das habe ich nicht verstanden. Können Sie es bitte wiederholen?",
	anythingElse: () => "Kann ich sonst noch helfen?",
	notKnown: (directory) =>
		`Das weiß ich leider nicht. Mit wem möchten Sie sprechen?${choices(directory, "Wir haben", "und")}`,
	notPossible: (directory) =>
		`Das ist leider nicht möglich. Mit wem möchten Sie sprechen?${choices(directory, "Wir haben", "und")}`,
};

const italian: Phrases = {
	didYouMean: (entry) => `Intende ${describe(entry, "di")}?`,
	whichOf: (entries) =>
		`Chi intende: ${list(
			entries.map((entry) => describe(entry, "di")),
			"o",
		)}?`,
	whoToReach: (directory) => `Con chi desidera parlare?${choices(directory, "Abbiamo", "e")}`,
	whoGetsMessage: () => "Per chi desidera lasciare un messaggio?",
	notAnExtension: (digits, directory) =>
		`${spellDigits(digits)} non è un interno di questa azienda. Con chi desidera parlare?${choices(directory, "Abbiamo", "e")}`,
	pleaseRepeat: () => "Mi scusi, non ho capito. Può ripetere, per favore?",
	anythingElse: () => "Posso aiutarla in altro?",
	notKnown: (directory) =>
		`Mi dispiace, non ho questa informazione. Con chi desidera parlare?${choices(directory, "Abbiamo", "e")}`,
	notPossible: (directory) =>
		`Mi dispiace, non è possibile. Con chi desidera parlare?${choices(directory, "Abbiamo", "e")}`,
};

const portuguese: Phrases = {
	didYouMean: (entry) => `Quer dizer ${describe(entry, "de")}?`,
	whichOf: (entries) =>
		`Com quem deseja falar: ${list(
			entries.map((entry) => describe(entry, "de")),
			"ou",
		)}?`,
	whoToReach: (directory) => `Com quem deseja falar?${choices(directory, "Temos", "e")}`,
	whoGetsMessage: () => "Para quem deseja deixar um recado?",
	notAnExtension: (digits, directory) =>
		`${spellDigits(digits)} não é um ramal desta empresa. Com quem deseja falar?${choices(directory, "Temos", "e")}`,
	pleaseRepeat: () => "Desculpe, não entendi. Pode repetir, por favor?",
	anythingElse: () => "Posso ajudar em mais alguma coisa?",
	notKnown: (directory) =>
		`Desculpe, não tenho essa informação. Com quem deseja falar?${choices(directory, "Temos", "e")}`,
	notPossible: (directory) =>
		`Desculpe, isso não é possível. Com quem deseja falar?${choices(directory, "Temos", "e")}`,
};

const phrases: Readonly<Record<OwnLanguage, Phrases>> = {
	en: english,
	es: spanish,
	fr: french,
	de: german,
	it: italian,
	pt: portuguese,
};

/** Returns our phrases in a language, otherwise in English. */
export function phrasesIn(language: string): Phrases {
	return phrases[ownLanguages.find((own) => own === language) ?? "en"];
}

function describe({ name, department }: DirectoryEntry, preposition: string): string {
	return department === null || department === "" ? name : `${name} ${preposition} ${department}`;
}

function choices(directory: readonly DirectoryEntry[], lead: string, conjunction: string): string {
	const departments = directory.flatMap(({ department }) => (department ? [department] : []));
	const named = [...new Set(departments.length > 0 ? departments : directory.map(({ name }) => name))];
	return named.length === 0 ? "" : ` ${lead} ${list(named.slice(0, choicesMax), conjunction)}.`;
}

function list(items: readonly string[], conjunction: string): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}
