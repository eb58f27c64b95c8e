import type { DangerLanguageCode } from "@cloudpbx/domain/danger/recognised-danger";
import { foldWords } from "@cloudpbx/domain/directory/split-words";

const machine = `robots?|bots?|machines?|computers?|ai|a i|artificial(?: intelligence)?|automated(?: \\w+)?|chat ?bots?|chat ?gpt|gpt|recordings?|recorded|virtual(?: \\w+)?|siri|alexa|software|program|algorithm|answering machine|voice assistant|llm|language model`;
const human = `(?:(?:real|live|actual|living|genuine|human|flesh and blood) )+(?:person|people|human|humans|being|beings|man|woman|guy|lady|girl|agent|operator|someone|somebody|voice|representative)|human(?: being)?s?|(?:real|alive|a person|people|an actual person)(?= or\\b|$| there| though| lol| haha)|person`;
const fill = `(?: (?:a|an|the|just|really|actually|even|some|kind of|sort of|like|still|only|always|talking|speaking|texting|chatting|to|with|by chance|one of those|any|at all|in fact|maybe|possibly|also|here))*`;
const either = `(?:${machine}|${human})`;
const or = `(?: or(?: (?:are|r|is|am) (?:you|u|this|it|i))?${fill} (?:${either}|what|not|something))*`;
const shop = `(?! (?:shop|store|repair|learning|game|games|vacuum|parts|tools|science|company|dealer|accessories|software|club|kit|lawn|teacher|that|which|who (?:can|could|handles|does)))`;

const patterns: Readonly<Record<DangerLanguageCode, readonly RegExp[]>> = {
	en: compile([
		`(?:are|r|arent|so are) (?:you|u|ya|yall)${fill} ${either}${shop}${or}`,
		`(?:is|isnt|was) (?:this|that|it|there|anyone|anybody|someone|somebody|who im talking to|the one answering)${fill} ${either}${shop}(?: (?:on the (?:phone|line|other end)|there|here|answering|texting|writing|typing|responding|replying|talking|reading this|behind this|im talking to|i am talking to|im texting|speaking))*${or}`,
		`(?:am i|i am|im|was i)(?: (?:now|really|actually|just|even))* (?:talking|speaking|texting|chatting|writing|messaging|typing|dealing|connected|communicating)(?: (?:to|with))?${fill} ${either}${shop}${or}`,
		`(?:you|u|this|it)(?: (?:are|is|re|s))?(?: (?:really|so|just|not|surely|definitely))*(?: (?:a|an))? (?:robot|bot|machine|ai|computer|chat ?bot|recording)(?: (?:right|arent you|isnt it|arent u|huh|or something|yes|no|correct))+`,
		`(?:you|u) (?:a |an |even )?(?:bot|robot|ai|human|real)(?= or|$)${or}`,
		`(?:you|it|this) (?:sounds?|seems?|feels?|looks?)(?: (?:a lot|kind of|kinda|so|very))?(?: like)?(?: (?:a|an))? (?:robotic|robot|bot|machine|ai|computer|recording|automated)(?: to me)?`,
		`(?:robot|bot|ai|machine|computer|human|(?:real )?person) or(?: (?:a|an))? (?:robot|bot|ai|machine|computer|human|(?:real )?person)`,
		`(?:do|did|does) (?:a|an|you guys|you|your company) (?:use (?:an? )?(?:ai|bots?|robots?|chat ?bots?)|robot|bot|ai|machine)(?: (?:write|answer|text|type|send))?`,
		`(?:is|are) (?:the |these |your |my )?(?:answers?|texts?|messages?|replies|responses?|reply)(?: \\w+){0,3} (?:ai|automated|automatic|a bot|a robot|bot|by ai|written by (?:a )?(?:human|person|bot|ai|machine))`,
		`who or what (?:are you|am i)(?: \\w+){0,3}|^(?:what are you|bot|robot|ai|chat ?bot)$`,
	]),
	es: compile([
		`(?:eres|sos|es usted|usted es|tu eres|(?:estoy|estaba) (?:hablando|chateando|escribiendo)(?: con| a)?|hablo con|esto es|es esto|esta es|este es|habla|me (?:atiende|responde|contesta|escribe))(?: (?:un|una|el|la|de verdad|realmente|acaso|con|entonces))* (?:robots?|bots?|maquina|persona(?: (?:real|de verdad|humana|viva|verdadera))?|human[oa]|ser humano|real|inteligencia artificial|ia|computadora|ordenador|contestadora|grabacion|chat ?bot|asistente virtual|automatic[oa])(?: o(?: (?:un|una|es|eres))* (?:robot|bot|maquina|persona(?: real| de verdad)?|human[oa]|ia|inteligencia artificial|computadora|grabacion))*`,
		`(?:hay|es) (?:un humano|una persona(?: real| de verdad)|alguien real)(?: (?:ahi|aqui|del otro lado|detras))+|(?:persona|humano|robot|maquina) o (?:una? )?(?:persona|humano|robot|maquina)`,
	]),
	fr: compile([
		`(?:etes vous|vous etes|es tu|tu es|t es|est ce (?:que )?(?:vous etes|tu es|c est|bien)?|c est|cest|ce n est pas|suis je en train de parler (?:a|avec)|est ce que je parle (?:a|avec)|je parle (?:a|avec)|parle je (?:a|avec)|je discute avec|suis je en contact avec|j ecris a)(?: (?:un|une|bien|vraiment|vrai|vraie|une sorte de|la|le|l|d))* (?:robot|humaine?|etre humain|personne(?: (?:reelle|humaine|physique))?|machine|bot|ia|intelligence artificielle|ordinateur|repondeur|enregistrement|chat ?bot|automate|reelle?)(?: ou(?: (?:un|une|a|avec|vrai|vraie|bien))* (?:robot|humaine?|personne|machine|bot|ia|intelligence artificielle|ordinateur))*`,
		`(?:robot|humain|machine|personne) ou (?:un |une )?(?:robot|humain|machine|personne|vraie personne)`,
	]),
	de: compile([
		`(?:sind sie|bist du|ist (?:das|da|dies|hier|es|dort)|spreche? ich|red(?:e)? ich|schreib(?:e)? ich|hab(?:e)? ich)(?: (?:mit|hier|denn|etwa|eigentlich|gerade|wirklich|ein|eine|einem|einer|eines|echter?|echten|echtes|richtigen?|richtiger|nur|jetzt|uberhaupt|da|so|am|apparat|mir|auch|das))* (?:roboter|bot|mensch(?:en)?|computer|maschine|ki|kunstliche intelligenz|automat|(?:echte|echten|reale|richtige|lebende) person|person|sprachcomputer|chat ?bot|tonband|anrufbeantworter|automatisch\\w*|ansage|echt)(?: oder(?: (?:mit|ein|eine|einem|einer|echter?|echten))* (?:roboter|bot|mensch(?:en)?|computer|maschine|ki|person|automat))*`,
		`(?:roboter|mensch|maschine|computer|ki) oder (?:ein |eine )?(?:roboter|mensch|maschine|computer|ki)`,
	]),
	it: compile([
		`(?:sei|siete|lei e|ma e|sto parlando con|parlo con|sto scrivendo a|sto chattando con|questo e|questa e|mi risponde|risponde|^e)(?: (?:un|una|davvero|veramente|un vero|una vera|proprio|per caso|solo|forse|con))* (?:robot|bot|uman[oa]|essere umano|persona(?: (?:reale|vera|umana|in carne e ossa))?|macchina|intelligenza artificiale|ia|computer|risponditore|registrazione|chat ?bot|assistente virtuale|reale|ver[oa])(?: o(?: (?:un|una|sei|e|con))* (?:robot|bot|uman[oa]|persona(?: reale| vera)?|macchina|intelligenza artificiale|ia|computer))*`,
	]),
	pt: compile([
		`(?:voce e|vc e|ce e|tu es|es|o senhor e|a senhora e|(?:estou|to|tou) (?:falando|conversando)(?: com)?|falo com|isso e|isto e|esse e|este e|aqui e|quem fala e|^e)(?: (?:um|uma|mesmo|de verdade|realmente|por acaso|so|com|algum))* (?:robo|robot|bot|human[oa]|ser humano|pessoa(?: (?:real|de verdade|humana|mesmo))?|maquina|ia|inteligencia artificial|computador|gravacao|chat ?bot|assistente virtual|atendente virtual|real)(?: ou(?: (?:um|uma|e|com))* (?:robo|bot|human[oa]|pessoa(?: real| de verdade)?|maquina|ia|inteligencia artificial|computador))*`,
		`(?:robo|humano|pessoa|maquina) ou (?:um |uma )?(?:robo|humano|pessoa|maquina)`,
	]),
};

/** A wish in similar words: "is there a human I can talk to". */
const wish =
	/^(?:is|are) (?:there|it)\b.*\b(?:i can|i could|can i|could i|available|to (?:talk|speak)|who can|that can|free)\b/;

export interface IdentityQuestion {
	language: DangerLanguageCode;
	rest: string;
}

/** Finds the question whether a human or a machine speaks; null: not asked. */
export function findIdentityQuestion(text: string): IdentityQuestion | null {
	const words = text
		.split(/[.!?¿¡\n]+/)
		.map((sentence) => foldWords(sentence.replace(/['’](?=[\p{L}]{2,})/gu, " ")).join(" "))
		.filter((sentence) => sentence !== "");
	let asked: DangerLanguageCode | null = null;
	const rest = words.map((sentence) => {
		if (wish.test(sentence)) return sentence;
		for (const language of Object.keys(patterns) as DangerLanguageCode[]) {
			const asking = patterns[language].find((pattern) => pattern.test(sentence));
			if (asking === undefined) continue;
			asked ??= language;
			return sentence.replace(asking, " ");
		}
		return sentence;
	});
	return asked === null ? null : { language: asked, rest: rest.join(". ").trim() };
}

function compile(sources: readonly string[]): RegExp[] {
	return sources.map((source) => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`));
}
