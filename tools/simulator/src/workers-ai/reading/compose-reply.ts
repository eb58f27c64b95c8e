import type { Briefing, Fact, Person } from "./briefing.ts";
import type { Language } from "./language.ts";
import { sentences } from "./sentences.ts";
import type { Understanding } from "./understand.ts";

export function composeReply({ move, name }: Understanding, briefing: Briefing, language: Language): string {
	const say = sentences[language];
	const departments = listDepartments(briefing, say.and);
	switch (move.kind) {
		case "connect":
			return `${say.reach(describe(move.person, say.of))}${move.person.extension === null ? "" : say.at(move.person.extension)}.`;
		case "message":
			return say.message(describe(move.person, say.of));
		case "confirm":
			return say.confirm(describe(move.person, say.of));
		case "which":
			return say.which(
				join(
					move.people.map((person) => describe(person, say.of)),
					say.or,
				),
			);
		case "whom":
			return `${move.isForMessage ? say.whomMessage : say.whom}${departments === "" ? "" : ` ${say.have(departments)}`}`;
		case "inform":
			return informOf(move.fact, language);
		case "recall":
			if (move.value === null) return say.noName;
			return move.what === "name" ? say.recallName(move.value) : say.recall(move.what, move.value);
		case "unknown":
			return `${say.unknown}${departments === "" ? "" : ` ${say.offer(departments)}`}`;
		case "refuse":
			return `${say.refuse}${departments === "" ? "" : ` ${say.have(departments)}`}`;
		case "farewell":
			return say.farewell;
		case "thanks":
			return say.thanks;
		case "complaint":
			return say.complaint;
		case "welcome":
			return say.welcome(name, briefing.company);
		case "lost":
			return say.lost;
	}
}

function describe({ name, department }: Person, preposition: string): string {
	return department === null ? name : `${name} ${preposition} ${department}`;
}

function join(items: readonly string[], conjunction: string): string {
	return items.length < 2
		? items.join("")
		: `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

function listDepartments({ people }: Briefing, conjunction: string): string {
	const names = people.map(({ name, department }) => department ?? name);
	return join([...new Set(names)].slice(0, 6), conjunction);
}

/** Words of a timetable can be translated one by one. */
const english =
	"monday|tuesday|wednesday|thursday|friday|saturday|sunday|saturdays|sundays|weekends|closed|open|and|to|from|through|until".split(
		"|",
	);
const calendars: Readonly<Record<Exclude<Language, "en">, string>> = {
	es: "lunes|martes|miércoles|jueves|viernes|sábado|domingo|sábados|domingos|fines de semana|cerrado|abierto|y|a|de|a|hasta",
	fr: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|samedis|dimanches|week-ends|fermé|ouvert|et|à|de|à|jusqu'à",
	de: "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|samstags|sonntags|am Wochenende|geschlossen|geöffnet|und|bis|von|bis|bis",
	it: "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|il sabato|la domenica|nel fine settimana|chiuso|aperto|e|a|da|a|fino a",
	pt: "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|aos sábados|aos domingos|nos fins de semana|fechado|aberto|e|a|de|a|até",
};

function informOf({ label, text }: Fact, language: Language): string {
	const isSentence = label === "" || /\b(?:we|our|is|are|you)\b/i.test(text.slice(0, 20));
	const lead = isSentence ? "" : leadOf(label, language);
	if (language === "en" || !/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(text)) return lead + text;
	const translated = calendars[language].split("|");
	return lead + text.replace(/[A-Za-z]+/g, (word) => translated[english.indexOf(word.toLowerCase())] ?? word);
}

function leadOf(label: string, language: Language): string {
	if (/hours|horari|zeiten|orari|horário/i.test(label)) return sentences[language].hours;
	return language === "en" && !/^facts?$/i.test(label) ? `${label}: ` : "";
}
