import { type OwnLanguage, ownLanguages } from "../guess-language.ts";
import type { HandoverReason } from "./texting.ts";

/** Our own sentences, one segment each. */
export interface TextingPhrases {
	handover: Record<Exclude<HandoverReason, "emergency"> | "failed", string>;
	notKnown: string;
	notPossible: string;
}

const phrases: Readonly<Record<OwnLanguage, TextingPhrases>> = {
	en: {
		handover: {
			asked_for_person: "Sure. I have asked a colleague to answer you here.",
			unsure: "I am not sure about that, so I have asked a colleague to answer you here.",
			complaint: "I am sorry about this. I have asked a colleague to look into it and answer you here.",
			failed: "Thank you for your message. A colleague will answer you here.",
		},
		notKnown: "I am sorry, I do not know that. Is there something else I can help with?",
		notPossible: "I am sorry, I cannot help with that. Is there something else I can help with?",
	},
	es: {
		handover: {
			asked_for_person: "Claro. He pedido a una persona del equipo que le responda.",
			unsure: "No estoy seguro de eso; una persona del equipo le responde en este chat.",
			complaint: "Lo siento mucho. Una persona del equipo lo revisa y le responde.",
			failed: "Gracias por su mensaje. Una persona del equipo le responde pronto.",
		},
		notKnown: "Lo siento, no tengo ese dato. ¿Puedo ayudarle en algo más?",
		notPossible: "Lo siento, no puedo ayudarle con eso. ¿Necesita algo más?",
	},
	fr: {
		handover: {
			asked_for_person: "Bien sûr. Un collègue va vous répondre ici.",
			unsure: "Je n'en suis pas certain : un collègue va vous répondre ici.",
			complaint: "Je suis désolé. Un collègue va s'en occuper et vous répondre ici.",
			failed: "Merci pour votre message. Un collègue va vous répondre ici.",
		},
		notKnown: "Désolé, je ne le sais pas. Puis-je vous aider autrement ?",
		notPossible: "Désolé, je ne peux pas vous aider pour cela. Puis-je vous aider autrement ?",
	},
	de: {
		handover: {
			asked_for_person: "Gern. Ich habe jemanden aus dem Team gebeten, Ihnen hier zu antworten.",
			unsure: "Da bin ich nicht sicher. Jemand aus dem Team antwortet Ihnen hier.",
			complaint: "Das tut mir leid. Jemand aus dem Team geht dem nach und antwortet Ihnen hier.",
			failed: "Danke für Ihre Nachricht. Jemand aus dem Team antwortet Ihnen hier.",
		},
		notKnown: "Das weiß ich leider nicht. Kann ich Ihnen sonst helfen?",
		notPossible: "Dabei kann ich leider nicht helfen. Kann ich sonst etwas tun?",
	},
	it: {
		handover: {
			asked_for_person: "Certo. Ho chiesto a un collega di risponderle qui.",
			unsure: "Non ne sono sicuro: ho chiesto a un collega di risponderle qui.",
			complaint: "Mi dispiace molto. Un collega se ne occupa e le risponde qui.",
			failed: "Grazie per il messaggio. Un collega le risponderà qui.",
		},
		notKnown: "Mi dispiace, non lo so. Posso aiutarla in altro?",
		notPossible: "Mi dispiace, non posso aiutarla in questo. Posso fare altro per lei?",
	},
	pt: {
		handover: {
			asked_for_person: "Claro. Pedi a um colega que responda aqui.",
			unsure: "Não tenho certeza disso; um colega vai responder aqui.",
			complaint: "Sinto muito. Um colega vai verificar e responder aqui.",
			failed: "Obrigado pela mensagem. Um colega vai responder aqui.",
		},
		notKnown: "Desculpe, isso eu não sei. Posso ajudar em mais alguma coisa?",
		notPossible: "Desculpe, não posso ajudar com isso. Precisa de mais alguma coisa?",
	},
};

/** Returns our phrases in a language, otherwise in English. */
export function textingPhrasesIn(language: string): TextingPhrases {
	return phrases[ownLanguages.find((own) => own === language) ?? "en"];
}
