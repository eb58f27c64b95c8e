import { tokensOf } from "./fold-text.ts";

export type Language = "en" | "es" | "fr" | "de" | "it" | "pt";

const markers: Readonly<Record<Language, string>> = {
	en: `the a an is are am i you we they my your what when where how who why can could would like want need please thanks thank
		hello hi hey to of for with and or not do does did have has speak talk call me this that it at on in from yes no bye`,
	es: `el la los las un una es son estoy esta estan yo usted ustedes nosotros mi su que cuando donde como quien por puedo puede
		podria quiero quisiera necesito favor gracias hola buenos buenas dias tardes con de del para y no hablar llamar me le
		abren cierran hora horas cual cuanto cuesta adios si dejar mensaje pregunta tengo problema nombre llamo alguien`,
	fr: `le la les un une des est sont je vous nous mon ma votre que quand ou comment qui pourquoi puis pouvez pourrais voudrais
		veux besoin sil plait merci bonjour bonsoir avec de du pour et pas parler appeler me ce cest oui non revoir quels quelle
		ouvert ouverts fermez ouvrez laisser message suis etes jai probleme nom mappelle au aux`,
	de: `der die das ein eine einen einem ist sind bin ich sie wir mein meine ihr ihre was wann wo wie wer warum kann konnen konnte
		mochte will brauche bitte danke hallo guten tag morgen abend mit von fur und oder nicht kein sprechen anrufen mir mich ja
		nein tschuss haben habe geoffnet offen nachricht hinterlassen heisse name problem auf zum zur wiederhoren es`,
	it: `il lo gli una un di del della che con per e non mi sono vorrei voglio posso parlare buongiorno buonasera grazie favore
		quando dove come quanto siete aperti lasciare messaggio chiamo ho bisogno fattura macchina funziona arrivederci signor
		signora interno anche piu sabato domenica`,
	pt: `o os um uma de do da dos que com para e nao me sou estou queria quero gostaria posso falar bom boa dia tarde obrigado
		obrigada favor quando onde como quanto voces estao abertos deixar recado chamo tenho preciso fatura maquina funciona
		tchau senhor senhora ramal tambem mais sabado domingo minha meu`,
};
const sets = new Map(
	Object.entries(markers).map(([language, words]) => [language as Language, new Set(words.split(/\s+/))]),
);

/** The latest text counts most. */
export function detectLanguage(texts: readonly string[]): Language {
	const scores: Record<Language, number> = { en: 0, es: 0, fr: 0, de: 0, it: 0, pt: 0 };
	texts.forEach((text, index) => {
		const weight = index === texts.length - 1 ? 3 : 1;
		for (const token of tokensOf(text))
			for (const [language, words] of sets) if (words.has(token)) scores[language] += weight;
		if (/[¿¡ñ]/.test(text)) scores.es += 2 * weight;
		if (/[äöüß]/.test(text)) scores.de += 2 * weight;
		if (/[èêœ]/.test(text)) scores.fr += 2 * weight;
		if (/[ãõ]/.test(text)) scores.pt += 3 * weight;
	});
	const ranked = (Object.entries(scores) as [Language, number][]).sort((a, b) => b[1] - a[1]);
	return ranked[0]?.[0] ?? "en";
}
