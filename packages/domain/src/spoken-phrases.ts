import { phrases } from "./phrases.ts";
import { spellDigits } from "./spell-number.ts";

export type SpokenPhrases = Pick<
	typeof phrases,
	| "connecting"
	| "extensionUnknown"
	| "goodbye"
	| "leaveMessage"
	| "messageEmpty"
	| "messageTaken"
	| "receptionistDidNotHear"
	| "receptionistListens"
	| "stillUnavailable"
>;

const spanish: SpokenPhrases = {
	connecting: (name) => `Le comunico con ${name}.`,
	extensionUnknown: (digits) => `Lo siento, ${spellDigits(digits)} no es una extensión de esta empresa.`,
	goodbye: "Gracias por llamar. Adiós.",
	leaveMessage: (name) =>
		`${name} no puede atender su llamada. Deje un mensaje después del tono. Al terminar, pulse la tecla numeral o cuelgue.`,
	messageEmpty: "No hemos oído ningún mensaje. Adiós.",
	messageTaken: "Gracias. Su mensaje ha quedado guardado. Adiós.",
	receptionistDidNotHear: "Disculpe, no le he oído. Dígame, por favor, con quién desea hablar.",
	receptionistListens: "¿Con quién desea hablar, o en qué puedo ayudarle?",
	stillUnavailable: (name) =>
		`${name} no puede atender su llamada. Para dejar un mensaje, pulse 1 o espere en la línea. Para volver con el asistente, pulse 0.`,
};

const french: SpokenPhrases = {
	connecting: (name) => `Je vous mets en relation avec ${name}.`,
	extensionUnknown: (digits) => `Désolé, le ${spellDigits(digits)} n'est pas un poste de cette entreprise.`,
	goodbye: "Merci de votre appel. Au revoir.",
	leaveMessage: (name) =>
		`${name} n'est pas disponible. Laissez un message après le bip. Quand vous avez terminé, appuyez sur dièse ou raccrochez.`,
	messageEmpty: "Nous n'avons entendu aucun message. Au revoir.",
	messageTaken: "Merci. Votre message est enregistré. Au revoir.",
	receptionistDidNotHear: "Pardon, je ne vous ai pas entendu. Dites-moi à qui vous souhaitez parler.",
	receptionistListens: "À qui souhaitez-vous parler, ou comment puis-je vous aider ?",
	stillUnavailable: (name) =>
		`${name} n'est pas disponible. Pour laisser un message, appuyez sur 1 ou restez en ligne. Pour revenir à l'assistant, appuyez sur 0.`,
};

const german: SpokenPhrases = {
	connecting: (name) => `Ich verbinde Sie mit ${name}.`,
	extensionUnknown: (digits) => `Leider ist ${spellDigits(digits)} hier keine Durchwahl.`,
	goodbye: "Danke für Ihren Anruf. Auf Wiederhören.",
	leaveMessage: (name) =>
		`${name} ist nicht erreichbar. Bitte sprechen Sie nach dem Ton. Zum Schluss drücken Sie die Rautetaste oder legen Sie auf.`,
	messageEmpty: "Wir haben keine Nachricht gehört. Auf Wiederhören.",
	messageTaken: "Danke. Ihre Nachricht ist gespeichert. Auf Wiederhören.",
	receptionistDidNotHear: "Entschuldigung, ich habe Sie nicht gehört. Mit wem möchten Sie sprechen?",
	receptionistListens: "Mit wem möchten Sie sprechen, oder wie kann ich helfen?",
	stillUnavailable: (name) =>
		`${name} ist nicht erreichbar. Für eine Nachricht drücken Sie die 1 oder bleiben Sie in der Leitung. Zurück zum Assistenten kommen Sie mit der 0.`,
};

const italian: SpokenPhrases = {
	connecting: (name) => `La metto in contatto con ${name}.`,
	extensionUnknown: (digits) => `Mi dispiace, ${spellDigits(digits)} non è un interno di questa azienda.`,
	goodbye: "Grazie per aver chiamato. Arrivederci.",
	leaveMessage: (name) =>
		`${name} non è disponibile. Lasci un messaggio dopo il segnale. Quando ha finito, prema cancelletto o riagganci.`,
	messageEmpty: "Non abbiamo sentito alcun messaggio. Arrivederci.",
	messageTaken: "Grazie. Il suo messaggio è stato salvato. Arrivederci.",
	receptionistDidNotHear: "Mi scusi, non l'ho sentita. Mi dica con chi desidera parlare.",
	receptionistListens: "Con chi desidera parlare, o come posso aiutarla?",
	stillUnavailable: (name) =>
		`${name} non è disponibile. Per lasciare un messaggio, prema 1 o resti in linea. Per tornare all'assistente, prema 0.`,
};

const portuguese: SpokenPhrases = {
	connecting: (name) => `Vou passar a ligação para ${name}.`,
	extensionUnknown: (digits) => `Desculpe, ${spellDigits(digits)} não é um ramal desta empresa.`,
	goodbye: "Obrigado por ligar. Até logo.",
	leaveMessage: (name) =>
		`${name} não pode atender. Deixe um recado após o sinal. Ao terminar, aperte a tecla jogo da velha ou desligue.`,
	messageEmpty: "Não ouvimos nenhum recado. Até logo.",
	messageTaken: "Obrigado. Seu recado foi salvo. Até logo.",
	receptionistDidNotHear: "Desculpe, não ouvi. Diga, por favor, com quem deseja falar.",
	receptionistListens: "Com quem deseja falar, ou como posso ajudar?",
	stillUnavailable: (name) =>
		`${name} não pode atender. Para deixar um recado, aperte 1 ou fique na linha. Para voltar ao assistente, aperte 0.`,
};

const translations: Readonly<Record<string, SpokenPhrases>> = {
	es: spanish,
	fr: french,
	de: german,
	it: italian,
	pt: portuguese,
};

/** Returns the phrases of a language (ISO 639-1) and that language; English without a translation. */
export function speakIn(language: string): { language: string; words: SpokenPhrases } {
	const words = Object.hasOwn(translations, language) ? translations[language] : undefined;
	return words === undefined ? { language: "en", words: phrases } : { language, words };
}
