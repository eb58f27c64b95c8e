import type { Briefing, Person } from "./briefing.ts";
import type { Language } from "./language.ts";
import { sentences } from "./sentences.ts";
import type { Understanding } from "./understand.ts";

/** The words for what was understood, in the person's language. */
export function composeReply({ move, name }: Understanding, briefing: Briefing, language: Language): string {
	const say = sentences[language];
	const departments = listDepartments(briefing, say.and);
	switch (move.kind) {
		case "connect":
			return say.reach(describe(move.person, say.of), move.person.extension);
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
			return informOf(move.fact.label, move.fact.text, language);
		case "recall":
			return recallOf(move.what, move.value, language);
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

const leads: Readonly<Record<Language, (label: string) => string>> = {
	en: (label) => (/hours/i.test(label) ? "Our opening hours: " : /^facts?$/i.test(label) ? "" : `${label}: `),
	es: (label) => (/hours|horario/i.test(label) ? "Nuestro horario: " : ""),
	fr: (label) => (/hours|horaires/i.test(label) ? "Nos horaires : " : ""),
	de: (label) => (/hours|zeiten/i.test(label) ? "Unsere Öffnungszeiten: " : ""),
	it: (label) => (/hours|orari/i.test(label) ? "I nostri orari: " : ""),
	pt: (label) => (/hours|horário/i.test(label) ? "Nosso horário: " : ""),
};

const calendarByLanguage: Readonly<Record<Exclude<Language, "en">, Readonly<Record<string, string>>>> = {
	es: {
		monday: "lunes",
		tuesday: "martes",
		wednesday: "miércoles",
		thursday: "jueves",
		friday: "viernes",
		saturday: "sábado",
		sunday: "domingo",
		saturdays: "sábados",
		sundays: "domingos",
		weekends: "fines de semana",
		closed: "cerrado",
		open: "abierto",
		and: "y",
		to: "a",
		from: "de",
		through: "a",
		until: "hasta",
	},
	fr: {
		monday: "lundi",
		tuesday: "mardi",
		wednesday: "mercredi",
		thursday: "jeudi",
		friday: "vendredi",
		saturday: "samedi",
		sunday: "dimanche",
		saturdays: "samedis",
		sundays: "dimanches",
		weekends: "week-ends",
		closed: "fermé",
		open: "ouvert",
		and: "et",
		to: "à",
		from: "de",
		through: "à",
		until: "jusqu'à",
	},
	de: {
		monday: "Montag",
		tuesday: "Dienstag",
		wednesday: "Mittwoch",
		thursday: "Donnerstag",
		friday: "Freitag",
		saturday: "Samstag",
		sunday: "Sonntag",
		saturdays: "samstags",
		sundays: "sonntags",
		weekends: "am Wochenende",
		closed: "geschlossen",
		open: "geöffnet",
		and: "und",
		to: "bis",
		from: "von",
		through: "bis",
		until: "bis",
	},
	it: {
		monday: "lunedì",
		tuesday: "martedì",
		wednesday: "mercoledì",
		thursday: "giovedì",
		friday: "venerdì",
		saturday: "sabato",
		sunday: "domenica",
		saturdays: "il sabato",
		sundays: "la domenica",
		weekends: "nel fine settimana",
		closed: "chiuso",
		open: "aperto",
		and: "e",
		to: "a",
		from: "da",
		through: "a",
		until: "fino a",
	},
	pt: {
		monday: "segunda-feira",
		tuesday: "terça-feira",
		wednesday: "quarta-feira",
		thursday: "quinta-feira",
		friday: "sexta-feira",
		saturday: "sábado",
		sunday: "domingo",
		saturdays: "aos sábados",
		sundays: "aos domingos",
		weekends: "nos fins de semana",
		closed: "fechado",
		open: "aberto",
		and: "e",
		to: "a",
		from: "de",
		through: "a",
		until: "até",
	},
};

function informOf(label: string, text: string, language: Language): string {
	const lead =
		label === "" || /\b(?:we|our|is|are|you)\b/i.test(text.slice(0, 20)) ? "" : leads[language](label);
	if (language === "en") return `${lead}${text}`;
	const calendar = calendarByLanguage[language];
	// Only what is a timetable can be put into another language word by word.
	const isTimetable = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(text);
	return (
		lead + (isTimetable ? text.replace(/[A-Za-z]+/g, (word) => calendar[word.toLowerCase()] ?? word) : text)
	);
}

function recallOf(what: string, value: string | null, language: Language): string {
	const isName = what === "name";
	if (value === null)
		return {
			en: "You have not told me your name yet.",
			es: "Todavía no me ha dicho su nombre.",
			fr: "Vous ne m'avez pas encore dit votre nom.",
			de: "Sie haben mir Ihren Namen noch nicht gesagt.",
			it: "Non mi ha ancora detto il suo nome.",
			pt: "Você ainda não me disse seu nome.",
		}[language];
	if (isName)
		return {
			en: `Your name is ${value}.`,
			es: `Usted se llama ${value}.`,
			fr: `Vous vous appelez ${value}.`,
			de: `Sie heißen ${value}.`,
			it: `Lei si chiama ${value}.`,
			pt: `Seu nome é ${value}.`,
		}[language];
	return {
		en: `Your ${what} is ${value}.`,
		es: `Me dijo: ${value}.`,
		fr: `Vous m'avez dit : ${value}.`,
		de: `Sie sagten: ${value}.`,
		it: `Mi ha detto: ${value}.`,
		pt: `Você me disse: ${value}.`,
	}[language];
}
