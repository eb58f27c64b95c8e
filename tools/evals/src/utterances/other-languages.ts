import type { Category } from "../utterance.ts";

export const otherLanguages: Category = {
	Spanish: [
		{ company: "acme", says: "quiero hablar con ventas", expect: ["transfer 101"] },
		{ company: "acme", says: "buenos días, ¿me puede comunicar con Ana Ruiz?", expect: ["transfer 103"] },
		{ company: "acme", says: "con soporte técnico por favor", expect: ["transfer 102"] },
		{ company: "acme", says: "tengo una pregunta sobre mi factura", expect: ["transfer 103"] },
		{ company: "acme", says: "¿cuál es su horario?", expect: ["info"], tells: /9.*5/ },
		{ company: "acme", says: "¿a qué hora cierran?", expect: ["info"], tells: /5|17/ },
		{ company: "acme", says: "¿dónde están ubicados?", expect: ["info"], tells: /Market/ },
		{ company: "acme", says: "quisiera dejar un mensaje para Jane Smith", expect: ["voicemail 101"] },
		{ company: "acme", says: "quiero dejar un mensaje", expect: ["ask"], tells: /[¿é]|mensaje|qui[eé]n/i },
		{ company: "acme", says: "eso es todo, muchas gracias", expect: ["goodbye"] },
		{ company: "acme", says: "una persona por favor", expect: ["ask"] },
		{ company: "lakeside", says: "quiero hablar con Jane", expect: ["ask"] },
		{ company: "lakeside", says: "necesito la recepción", expect: ["transfer 110"] },
		{ company: "acme", says: "no quiero ventas, quiero soporte", expect: ["transfer 102"] },
	],
	"French and German": [
		{ company: "acme", says: "bonjour, je voudrais parler avec Jane Smith", expect: ["transfer 101"] },
		{ company: "acme", says: "quels sont vos horaires", expect: ["info"], tells: /9.*5/ },
		{ company: "acme", says: "le service des ventes s'il vous plaît", expect: ["transfer 101"] },
		{ company: "acme", says: "guten Tag, ich möchte mit Herrn Lee sprechen", expect: ["transfer 102"] },
		{ company: "acme", says: "ich habe eine Frage zu meiner Rechnung", expect: ["transfer 103"] },
		{ company: "acme", says: "wann haben Sie geöffnet", expect: ["info"], tells: /9.*5/ },
		{ company: "acme", says: "das ist alles, danke, auf Wiederhören", expect: ["goodbye"] },
	],
};
