import type { DangerLanguageCode, RecognisedDanger } from "@cloudpbx/domain/danger/recognised-danger";

type Danger = RecognisedDanger["kind"];

interface DangerPhrases {
	spoken: Record<Danger, string>;
	texted: Record<Danger, string>;
}

const phrases: Readonly<Record<DangerLanguageCode, DangerPhrases>> = {
	en: phrasesOf({
		dial: "Please hang up and dial 911 now: 9, 1, 1.",
		lifeline: "Or call or text 988, day or night: 9, 8, 8. Somebody there will listen to you.",
		lineCannot: "This line cannot call for help.",
		call: "Please call 911 now.",
		textLifeline: "Or call or text 988, day or night; somebody there will listen to you.",
		numberCannot: "This number cannot call for help. I have told my colleagues.",
		supposing: "If this is an emergency,",
		safe: "If you can, get to a safe place.",
		leaveFire: "Get everybody out now.",
		leaveGas: "Do not switch anything on or off. Get everybody out now.",
		medical: "They will tell you what to do until help comes.",
		child: "Tell them where you are. They will help you.",
	}),
	es: phrasesOf({
		dial: "Cuelgue y marque ahora el 911: 9, 1, 1.",
		lifeline:
			"O llame o escriba al 988, de día o de noche: 9, 8, 8. Para español, oprima el 2. Allí alguien le escucha.",
		lineCannot: "Esta línea no puede pedir ayuda.",
		call: "Llame ahora al 911.",
		textLifeline: "O llame al 988 (oprima 2 para español) o escriba AYUDA al 988, de día o de noche.",
		numberCannot: "Este número no puede pedir ayuda. He avisado al equipo.",
		supposing: "Si es una emergencia:",
		safe: "Si puede, póngase a salvo.",
		leaveFire: "Salgan todos ahora.",
		leaveGas: "No encienda ni apague nada. Salgan todos ahora.",
		medical: "Le dirán qué hacer hasta que llegue la ayuda.",
		child: "Di dónde estás. Te van a ayudar.",
	}),
	fr: phrasesOf({
		dial: "Raccrochez et composez le 911 maintenant : 9, 1, 1.",
		lifeline: "Ou appelez le 988 ou envoyez-lui un texto, jour et nuit : 9, 8, 8. Quelqu'un vous y écoutera.",
		lineCannot: "Cette ligne ne peut pas appeler les secours.",
		call: "Appelez le 911 maintenant.",
		textLifeline: "Ou appelez le 988 ou envoyez-lui un texto, jour et nuit ; quelqu'un vous y écoutera.",
		numberCannot: "Ce numéro ne peut pas appeler les secours. J'ai prévenu mes collègues.",
		supposing: "En cas d'urgence :",
		safe: "Si vous le pouvez, mettez-vous à l'abri.",
		leaveFire: "Sortez tous maintenant.",
		leaveGas: "N'allumez et n'éteignez rien. Sortez tous maintenant.",
		medical: "On vous dira quoi faire jusqu'à l'arrivée des secours.",
		child: "Dis où tu es. On va t'aider.",
	}),
	de: phrasesOf({
		dial: "Bitte legen Sie auf und wählen Sie jetzt 911: 9, 1, 1.",
		lifeline:
			"Oder rufen Sie 988 an oder schreiben Sie dorthin, Tag und Nacht: 9, 8, 8. Dort hört Ihnen jemand zu.",
		lineCannot: "Diese Leitung kann keine Hilfe rufen.",
		call: "Bitte rufen Sie jetzt 911 an.",
		textLifeline:
			"Oder rufen Sie 988 an oder schreiben Sie dorthin, Tag und Nacht; dort hört Ihnen jemand zu.",
		numberCannot: "Diese Nummer kann keine Hilfe rufen. Ich habe das Team informiert.",
		supposing: "Wenn es ein Notfall ist:",
		safe: "Wenn Sie können, bringen Sie sich in Sicherheit.",
		leaveFire: "Gehen Sie jetzt alle hinaus.",
		leaveGas: "Schalten Sie nichts ein oder aus. Gehen Sie jetzt alle hinaus.",
		medical: "Man sagt Ihnen, was zu tun ist, bis Hilfe kommt.",
		child: "Sag ihnen, wo du bist. Sie helfen dir.",
	}),
	it: phrasesOf({
		dial: "Riagganci e chiami subito il 911: 9, 1, 1.",
		lifeline: "Oppure chiami il 988 o gli scriva, giorno e notte: 9, 8, 8. Lì qualcuno La ascolta.",
		lineCannot: "Questa linea non può chiamare i soccorsi.",
		call: "Chiami subito il 911.",
		textLifeline: "Oppure chiami il 988 o gli scriva, giorno e notte; lì qualcuno La ascolta.",
		numberCannot: "Questo numero non può chiamare i soccorsi. Ho avvisato i colleghi.",
		supposing: "Se è un'emergenza:",
		safe: "Se può, si metta al sicuro.",
		leaveFire: "Uscite tutti subito.",
		leaveGas: "Non accenda e non spenga nulla. Uscite tutti subito.",
		medical: "Le diranno che cosa fare fino all'arrivo dei soccorsi.",
		child: "Di' dove sei. Ti aiuteranno.",
	}),
	pt: phrasesOf({
		dial: "Desligue e ligue agora para o 911: 9, 1, 1.",
		lifeline: "Ou ligue ou escreva para o 988, dia e noite: 9, 8, 8. Lá alguém vai ouvir você.",
		lineCannot: "Esta linha não pode chamar socorro.",
		call: "Ligue agora para o 911.",
		textLifeline: "Ou ligue ou escreva para o 988, dia e noite; lá alguém vai ouvir você.",
		numberCannot: "Este número não pode chamar socorro. Avisei a equipe.",
		supposing: "Se for uma emergência:",
		safe: "Se puder, vá para um lugar seguro.",
		leaveFire: "Saiam todos agora.",
		leaveGas: "Não ligue nem desligue nada. Saiam todos agora.",
		medical: "Vão dizer o que fazer até o socorro chegar.",
		child: "Diga onde você está. Vão ajudar você.",
	}),
};

/** The answer that a caller in danger hears; it says that nobody was called. */
export function spokenDangerAnswer(kind: Danger, language: DangerLanguageCode): string {
	return phrases[language].spoken[kind];
}

/** The answer that a contact in danger is sent. */
export function textedDangerAnswer(kind: Danger, language: DangerLanguageCode): string {
	return phrases[language].texted[kind];
}

interface Parts {
	dial: string;
	lifeline: string;
	lineCannot: string;
	call: string;
	textLifeline: string;
	numberCannot: string;
	supposing: string;
	safe: string;
	leaveFire: string;
	leaveGas: string;
	medical: string;
	child: string;
}

function phrasesOf(parts: Parts): DangerPhrases {
	const { dial, lineCannot, call, numberCannot, supposing, safe, leaveFire, leaveGas, medical, child } =
		parts;
	const compose = (first: string, lifeline: string, last: string): Record<Danger, string> => ({
		self_harm: `${first} ${lifeline} ${last}`,
		violence: `${first} ${safe} ${last}`,
		break_in: `${first} ${safe} ${last}`,
		fire: `${leaveFire} ${first} ${last}`,
		gas: `${leaveGas} ${first} ${last}`,
		medical: `${first} ${medical} ${last}`,
		child_alone: `${first} ${child} ${last}`,
		unnamed: `${supposing} ${lowerFirst(first)} ${last}`,
	});
	return {
		spoken: compose(dial, parts.lifeline, lineCannot),
		texted: compose(call, parts.textLifeline, numberCannot),
	};
}

function lowerFirst(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
