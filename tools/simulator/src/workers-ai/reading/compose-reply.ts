import type { Briefing, Person } from "./briefing.ts";
import type { Language } from "./language.ts";
import type { Understanding } from "./understand.ts";

/** The words for what was understood, in the person's language. */
export function composeReply({ move, name }: Understanding, briefing: Briefing, language: Language): string {
	const say = SENTENCES[language];
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
		case "emergency":
			return say.emergency;
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

interface Sentences {
	of: string;
	and: string;
	or: string;
	reach: (who: string, extension: string | null) => string;
	message: (who: string) => string;
	confirm: (who: string) => string;
	which: (who: string) => string;
	whom: string;
	whomMessage: string;
	have: (departments: string) => string;
	unknown: string;
	offer: (departments: string) => string;
	refuse: string;
	emergency: string;
	farewell: string;
	thanks: string;
	complaint: string;
	welcome: (name: string | null, company: string | null) => string;
	lost: string;
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
	en: {
		of: "in",
		and: "and",
		or: "or",
		reach: (who, extension) =>
			extension === null
				? `${who} can help you with that.`
				: `${who} can help you with that, at extension ${extension}.`,
		message: (who) => `You can leave a message for ${who}.`,
		confirm: (who) => `Did you mean ${who}?`,
		which: (who) => `Which one do you mean: ${who}?`,
		whom: "Who would you like to speak with?",
		whomMessage: "Who is the message for?",
		have: (departments) => `I can connect you with ${departments}.`,
		unknown: "I'm sorry, I don't know that.",
		offer: (departments) => `Would you like to speak with ${departments}?`,
		refuse: "I'm sorry, I can't help with that.",
		emergency: "If this is an emergency, please hang up and dial 911.",
		farewell: "Thank you, goodbye!",
		thanks: "You're welcome!",
		complaint: "I'm sorry about that. I will ask a person to look into it.",
		welcome: (name, company) =>
			`Hello${name === null ? "" : ` ${name}`}! ${company === null ? "How can I help you?" : `This is ${company}. How can I help you?`}`,
		lost: "Sorry, I did not understand that. Could you say it another way?",
	},
	es: {
		of: "de",
		and: "y",
		or: "o",
		reach: (who, extension) =>
			extension === null
				? `${who} puede ayudarle con eso.`
				: `${who} puede ayudarle con eso, en la extensión ${extension}.`,
		message: (who) => `Puede dejar un mensaje para ${who}.`,
		confirm: (who) => `¿Se refiere a ${who}?`,
		which: (who) => `¿A quién se refiere: ${who}?`,
		whom: "¿Con quién desea hablar?",
		whomMessage: "¿Para quién es el mensaje?",
		have: (departments) => `Puedo comunicarle con ${departments}.`,
		unknown: "Lo siento, no lo sé.",
		offer: (departments) => `¿Desea hablar con ${departments}?`,
		refuse: "Lo siento, no puedo ayudarle con eso.",
		emergency: "Si es una emergencia, cuelgue y marque el 911.",
		farewell: "Gracias, ¡hasta luego!",
		thanks: "¡De nada!",
		complaint: "Lo siento mucho. Pediré a una persona que lo revise.",
		welcome: (name, company) =>
			`¡Hola${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Le atiende ${company}. `}¿En qué puedo ayudarle?`,
		lost: "Disculpe, no he entendido. ¿Puede decirlo de otra manera?",
	},
	fr: {
		of: "de",
		and: "et",
		or: "ou",
		reach: (who, extension) =>
			extension === null ? `${who} peut vous aider.` : `${who} peut vous aider, au poste ${extension}.`,
		message: (who) => `Vous pouvez laisser un message pour ${who}.`,
		confirm: (who) => `Voulez-vous dire ${who} ?`,
		which: (who) => `De qui s'agit-il : ${who} ?`,
		whom: "À qui souhaitez-vous parler ?",
		whomMessage: "Pour qui est le message ?",
		have: (departments) => `Je peux vous mettre en relation avec ${departments}.`,
		unknown: "Désolé, je ne le sais pas.",
		offer: (departments) => `Souhaitez-vous parler à ${departments} ?`,
		refuse: "Désolé, je ne peux pas vous aider pour cela.",
		emergency: "En cas d'urgence, raccrochez et composez le 911.",
		farewell: "Merci, au revoir !",
		thanks: "Je vous en prie !",
		complaint: "J'en suis désolé. Je demande à une personne de s'en occuper.",
		welcome: (name, company) =>
			`Bonjour${name === null ? "" : ` ${name}`} ! ${company === null ? "" : `Ici ${company}. `}Comment puis-je vous aider ?`,
		lost: "Pardon, je n'ai pas compris. Pouvez-vous le dire autrement ?",
	},
	de: {
		of: "aus",
		and: "und",
		or: "oder",
		reach: (who, extension) =>
			extension === null
				? `${who} kann Ihnen helfen.`
				: `${who} kann Ihnen helfen, unter der Nebenstelle ${extension}.`,
		message: (who) => `Sie können eine Nachricht für ${who} hinterlassen.`,
		confirm: (who) => `Meinen Sie ${who}?`,
		which: (who) => `Wen meinen Sie: ${who}?`,
		whom: "Mit wem möchten Sie sprechen?",
		whomMessage: "Für wen ist die Nachricht?",
		have: (departments) => `Ich kann Sie mit ${departments} verbinden.`,
		unknown: "Das weiß ich leider nicht.",
		offer: (departments) => `Möchten Sie mit ${departments} sprechen?`,
		refuse: "Dabei kann ich leider nicht helfen.",
		emergency: "Im Notfall legen Sie bitte auf und wählen Sie 911.",
		farewell: "Danke, auf Wiederhören!",
		thanks: "Gern geschehen!",
		complaint: "Das tut mir leid. Ich bitte einen Menschen, sich darum zu kümmern.",
		welcome: (name, company) =>
			`Hallo${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Hier ist ${company}. `}Wie kann ich helfen?`,
		lost: "Entschuldigung, das habe ich nicht verstanden. Können Sie es anders sagen?",
	},
};

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

const LEADS: Readonly<Record<Language, (label: string) => string>> = {
	en: (label) => (/hours/i.test(label) ? "Our opening hours: " : /^facts?$/i.test(label) ? "" : `${label}: `),
	es: (label) => (/hours|horario/i.test(label) ? "Nuestro horario: " : ""),
	fr: (label) => (/hours|horaires/i.test(label) ? "Nos horaires : " : ""),
	de: (label) => (/hours|zeiten/i.test(label) ? "Unsere Öffnungszeiten: " : ""),
};

const CALENDAR: Readonly<Record<Exclude<Language, "en">, Readonly<Record<string, string>>>> = {
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
};

function informOf(label: string, text: string, language: Language): string {
	const lead =
		label === "" || /\b(?:we|our|is|are|you)\b/i.test(text.slice(0, 20)) ? "" : LEADS[language](label);
	if (language === "en") return `${lead}${text}`;
	const calendar = CALENDAR[language];
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
		}[language];
	if (isName)
		return {
			en: `Your name is ${value}.`,
			es: `Usted se llama ${value}.`,
			fr: `Vous vous appelez ${value}.`,
			de: `Sie heißen ${value}.`,
		}[language];
	return {
		en: `Your ${what} is ${value}.`,
		es: `Me dijo: ${value}.`,
		fr: `Vous m'avez dit : ${value}.`,
		de: `Sie sagten: ${value}.`,
	}[language];
}
