import type { DangerLanguageCode } from "@cloudpbx/domain/danger/recognised-danger";

interface IdentityPhrases {
	spoken: (companyName: string) => string;
	texted: (companyName: string) => string;
}

const phrases: Readonly<Record<DangerLanguageCode, IdentityPhrases>> = {
	en: {
		spoken: (name) =>
			`I am the automated assistant of ${name}, not a person. I can connect you with a person if you like. How can I help you?`,
		texted: (name) =>
			`I am the automated assistant of ${name}, not a person. If you like, I ask a person to answer you here. How can I help?`,
	},
	es: {
		spoken: (name) =>
			`Soy el asistente automático de ${name}, no una persona. Si lo desea, le comunico con una persona. ¿En qué puedo ayudarle?`,
		texted: (name) =>
			`Soy el asistente automático de ${name}, no una persona. Si lo desea, pido a una persona que le responda. ¿En qué le ayudo?`,
	},
	fr: {
		spoken: (name) =>
			`Je suis l'assistant automatique de ${name}, pas une personne. Je peux vous passer une personne si vous le souhaitez. Comment puis-je vous aider ?`,
		texted: (name) =>
			`Je suis l'assistant automatique de ${name}, pas une personne. Si vous le souhaitez, une personne vous répondra ici. Comment puis-je vous aider ?`,
	},
	de: {
		spoken: (name) =>
			`Ich bin der automatische Assistent von ${name}, kein Mensch. Wenn Sie möchten, verbinde ich Sie mit einem Menschen. Wie kann ich helfen?`,
		texted: (name) =>
			`Ich bin der automatische Assistent von ${name}, kein Mensch. Wenn Sie möchten, antwortet Ihnen hier ein Mensch. Wie kann ich helfen?`,
	},
	it: {
		spoken: (name) =>
			`Sono l'assistente automatico di ${name}, non una persona. Se vuole, La metto in contatto con una persona. Come posso aiutarLa?`,
		texted: (name) =>
			`Sono l'assistente automatico di ${name}, non una persona. Se vuole, chiedo a una persona di risponderLe qui. Come posso aiutarLa?`,
	},
	pt: {
		spoken: (name) =>
			`Sou o assistente automático de ${name}, não uma pessoa. Se quiser, passo você para uma pessoa. Como posso ajudar?`,
		texted: (name) =>
			`Sou o assistente automático de ${name}, não uma pessoa. Se quiser, peço a uma pessoa que responda aqui. Como posso ajudar?`,
	},
};

/** The true answer to "are you a human?"; English for other languages. */
export function identityPhrasesIn(language: string): IdentityPhrases {
	return language in phrases ? phrases[language as DangerLanguageCode] : phrases.en;
}
