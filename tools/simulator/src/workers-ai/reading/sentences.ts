import type { Language } from "./language.ts";

interface Sentences {
	of: string;
	and: string;
	or: string;
	reach: (who: string) => string;
	at: (extension: string) => string;
	message: (who: string) => string;
	confirm: (who: string) => string;
	which: (who: string) => string;
	whom: string;
	whomMessage: string;
	have: (departments: string) => string;
	unknown: string;
	offer: (departments: string) => string;
	refuse: string;
	farewell: string;
	thanks: string;
	complaint: string;
	welcome: (name: string | null, company: string | null) => string;
	lost: string;
	hours: string;
	noName: string;
	recallName: (name: string) => string;
	recall: (what: string, value: string) => string;
}

export const sentences: Readonly<Record<Language, Sentences>> = {
	en: {
		of: "in",
		and: "and",
		or: "or",
		reach: (who) => `${who} can help you with that`,
		at: (extension) => `, at extension ${extension}`,
		message: (who) => `You can leave a message for ${who}.`,
		confirm: (who) => `Did you mean ${who}?`,
		which: (who) => `Which one do you mean: ${who}?`,
		whom: "Who would you like to speak with?",
		whomMessage: "Who is the message for?",
		have: (departments) => `I can connect you with ${departments}.`,
		unknown: "I'm sorry, I don't know that.",
		offer: (departments) => `Would you like to speak with ${departments}?`,
		refuse: "I'm sorry, I can't help with that.",
		farewell: "Thank you, goodbye!",
		thanks: "You're welcome!",
		complaint: "I'm sorry about that. I will ask a person to look into it.",
		welcome: (name, company) =>
			`Hello${name === null ? "" : ` ${name}`}! ${company === null ? "How can I help you?" : `This is ${company}. How can I help you?`}`,
		lost: "Sorry, I did not understand that. Could you say it another way?",
		hours: "Our opening hours: ",
		noName: "You have not told me your name yet.",
		recallName: (name) => `Your name is ${name}.`,
		recall: (what, value) => `Your ${what} is ${value}.`,
	},
	es: {
		of: "de",
		and: "y",
		or: "o",
		reach: (who) => `${who} puede ayudarle con eso`,
		at: (extension) => `, en la extensión ${extension}`,
		message: (who) => `Puede dejar un mensaje para ${who}.`,
		confirm: (who) => `¿Se refiere a ${who}?`,
		which: (who) => `¿A quién se refiere: ${who}?`,
		whom: "¿Con quién desea hablar?",
		whomMessage: "¿Para quién es el mensaje?",
		have: (departments) => `Puedo comunicarle con ${departments}.`,
		unknown: "Lo siento, no lo sé.",
		offer: (departments) => `¿Desea hablar con ${departments}?`,
		refuse: "Lo siento, no puedo ayudarle con eso.",
		farewell: "Gracias, ¡hasta luego!",
		thanks: "¡De nada!",
		complaint: "Lo siento mucho. Pediré a una persona que lo revise.",
		welcome: (name, company) =>
			`¡Hola${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Le atiende ${company}. `}¿En qué puedo ayudarle?`,
		lost: "Disculpe, no he entendido. ¿Puede decirlo de otra manera?",
		hours: "Nuestro horario: ",
		noName: "Todavía no me ha dicho su nombre.",
		recallName: (name) => `Usted se llama ${name}.`,
		recall: (_, value) => `Me dijo: ${value}.`,
	},
	fr: {
		of: "de",
		and: "et",
		or: "ou",
		reach: (who) => `${who} peut vous aider`,
		at: (extension) => `, au poste ${extension}`,
		message: (who) => `Vous pouvez laisser un message pour ${who}.`,
		confirm: (who) => `Voulez-vous dire ${who} ?`,
		which: (who) => `De qui s'agit-il : ${who} ?`,
		whom: "À qui souhaitez-vous parler ?",
		whomMessage: "Pour qui est le message ?",
		have: (departments) => `Je peux vous mettre en relation avec ${departments}.`,
		unknown: "Désolé, je ne le sais pas.",
		offer: (departments) => `Souhaitez-vous parler à ${departments} ?`,
		refuse: "Désolé, je ne peux pas vous aider pour cela.",
		farewell: "Merci, au revoir !",
		thanks: "Je vous en prie !",
		complaint: "J'en suis désolé. Je demande à une personne de s'en occuper.",
		welcome: (name, company) =>
			`Bonjour${name === null ? "" : ` ${name}`} ! ${company === null ? "" : `Ici ${company}. `}Comment puis-je vous aider ?`,
		lost: "Pardon, je n'ai pas compris. Pouvez-vous le dire autrement ?",
		hours: "Nos horaires : ",
		noName: "Vous ne m'avez pas encore dit votre nom.",
		recallName: (name) => `Vous vous appelez ${name}.`,
		recall: (_, value) => `Vous m'avez dit : ${value}.`,
	},
	de: {
		of: "aus",
		and: "und",
		or: "oder",
		reach: (who) => `${who} kann Ihnen helfen`,
		at: (extension) => `, unter der Nebenstelle ${extension}`,
		message: (who) => `Sie können eine Nachricht für ${who} hinterlassen.`,
		confirm: (who) => `Meinen Sie ${who}?`,
		which: (who) => `Wen meinen Sie: ${who}?`,
		whom: "Mit wem möchten Sie sprechen?",
		whomMessage: "Für wen ist die Nachricht?",
		have: (departments) => `Ich kann Sie mit ${departments} verbinden.`,
		unknown: "Das weiß ich leider nicht.",
		offer: (departments) => `Möchten Sie mit ${departments} sprechen?`,
		refuse: "Dabei kann ich leider nicht helfen.",
		farewell: "Danke, auf Wiederhören!",
		thanks: "Gern geschehen!",
		complaint: "Das tut mir leid. Ich bitte einen Menschen, sich darum zu kümmern.",
		welcome: (name, company) =>
			`Hallo${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Hier ist ${company}. `}Wie kann ich helfen?`,
		lost: "Entschuldigung, das habe ich nicht verstanden. Können Sie es anders sagen?",
		hours: "Unsere Öffnungszeiten: ",
		noName: "Sie haben mir Ihren Namen noch nicht gesagt.",
		recallName: (name) => `Sie heißen ${name}.`,
		recall: (_, value) => `Sie sagten: ${value}.`,
	},
	it: {
		of: "di",
		and: "e",
		or: "o",
		reach: (who) => `${who} può aiutarla`,
		at: (extension) => `, all'interno ${extension}`,
		message: (who) => `Può lasciare un messaggio per ${who}.`,
		confirm: (who) => `Intende ${who}?`,
		which: (who) => `Chi intende: ${who}?`,
		whom: "Con chi desidera parlare?",
		whomMessage: "Per chi è il messaggio?",
		have: (departments) => `Posso metterla in contatto con ${departments}.`,
		unknown: "Mi dispiace, non lo so.",
		offer: (departments) => `Desidera parlare con ${departments}?`,
		refuse: "Mi dispiace, in questo non posso aiutarla.",
		farewell: "Grazie, arrivederci!",
		thanks: "Prego!",
		complaint: "Mi dispiace. Chiedo a una persona di occuparsene.",
		welcome: (name, company) =>
			`Buongiorno${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Qui ${company}. `}Come posso aiutarla?`,
		lost: "Mi scusi, non ho capito. Può dirlo in un altro modo?",
		hours: "I nostri orari: ",
		noName: "Non mi ha ancora detto il suo nome.",
		recallName: (name) => `Lei si chiama ${name}.`,
		recall: (_, value) => `Mi ha detto: ${value}.`,
	},
	pt: {
		of: "de",
		and: "e",
		or: "ou",
		reach: (who) => `${who} pode ajudar`,
		at: (extension) => `, no ramal ${extension}`,
		message: (who) => `Pode deixar um recado para ${who}.`,
		confirm: (who) => `Quer dizer ${who}?`,
		which: (who) => `Com quem deseja falar: ${who}?`,
		whom: "Com quem deseja falar?",
		whomMessage: "Para quem é o recado?",
		have: (departments) => `Posso passar para ${departments}.`,
		unknown: "Desculpe, isso eu não sei.",
		offer: (departments) => `Deseja falar com ${departments}?`,
		refuse: "Desculpe, com isso não posso ajudar.",
		farewell: "Obrigado, até logo!",
		thanks: "De nada!",
		complaint: "Sinto muito. Vou pedir a uma pessoa que veja isso.",
		welcome: (name, company) =>
			`Olá${name === null ? "" : ` ${name}`}! ${company === null ? "" : `Aqui é ${company}. `}Como posso ajudar?`,
		lost: "Desculpe, não entendi. Pode dizer de outra forma?",
		hours: "Nosso horário: ",
		noName: "Você ainda não me disse seu nome.",
		recallName: (name) => `Seu nome é ${name}.`,
		recall: (_, value) => `Você me disse: ${value}.`,
	},
};
