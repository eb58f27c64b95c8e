import { foldText } from "./fold-text.ts";

/** What somebody does with his words, whatever they are about. */
export interface Intents {
	/** Gives orders to the model, or wants numbers dialled or told that are not the company's to tell. */
	manipulation: boolean;
	farewell: boolean;
	thanks: boolean;
	greeting: boolean;
	message: boolean;
	human: boolean;
	anybody: boolean;
	connect: boolean;
	question: boolean;
	/** "A question about …", "a problem with …": something for whoever handles it. */
	matter: boolean;
	/** Says "department" or "team". */
	department: boolean;
	complaint: boolean;
	yes: boolean;
	no: boolean;
	again: boolean;
	ordinal: number | null;
	/** "What is my name?", "do you remember me?" */
	asksOwnName: boolean;
}

const manipulation =
	/\b(?:ignore|disregard|forget|override|bypass|ignora|olvida|ignorez?|oubliez?|ignoriere?|vergiss) (?:all |any |every |the |your |my |todas? |las? |tus |sus |toutes? |les |tes |vos |alle |deine |ihre )*(?:previous |prior |above |earlier |anteriores |precedentes |vorherigen )*(?:instructions?|rules?|prompts?|orders?|instrucciones|reglas|consignes|anweisungen|regeln|everything)\b|\b(?:system|hidden|initial|secret) (?:prompt|instructions?|message)\b|\b(?:your|tus|deine) (?:instructions|prompt|rules|instrucciones|anweisungen)\b|\byou are now\b|\b(?:pretend|act as|roleplay|developer mode|jailbreak|dan mode|debug mode|admin(?:istrator)? mode|sudo)\b|\b(?:output|print|respond with|reply with|return) (?:the |a |this |only )*(?:json|following|raw)\b/;
const numberWanted =
	/\b(?:forward\w*|cell\w*|mobile|private|personal|home|direct|real|actual) (?:phone )?numbers?\b|\bnumbers?\b.*\bforward\w*|\bforward\w*\b.*\b(?:numbers?|cell|mobile|phone)\b|\b(?:what|whats|tell|give|read|share)\b.*\b(?:(?:his|her|their|\w+s) (?:\w+ )?(?:phone |cell |telephone )?number)\b|\bnumero (?:personal|privado|movil|celular)\b|\b(?:handynummer|private nummer|numero prive|numero de portable)\b/;
const dial =
	/\b(?:dial|call|transfer|connect|forward|ring|phone|llama\w*|marque|marca|wahle?n?|rufe?n?|appele[rz]?|composez)\b/;

/** Asked of everybody and answered by nobody. */
const smallTalk =
	/\b(?:how are you(?: doing)?(?: today)?|hows it going|how do you do|hows your day(?: going)?|hope youre (?:well|doing well)|can you hear me|is (?:this|that) working)\b/g;

const patterns = {
	farewell:
		/\b(?:bye|goodbye|good bye|see you|hang up|thats all|that is all|thats it|thatll be all|that will be all|nothing (?:else|more)|no(?:pe)? thanks?|no thank you|never ?mind|forget it|(?:ill|i will) (?:just )?(?:call|try)(?: \w+)? (?:back|again|later)|wrong number|have a (?:good|nice|great)|im (?:all set|done|good)|adios|hasta luego|nada mas|eso es todo|chao|au revoir|cest tout|bonne journee|rien d ?autre|arrivederci|tchau|ate logo|tschuss|auf wiederhoren|das wars|das ist alles|nichts mehr|nein danke|non merci|no gracias)\b/,
	thanks: /\b(?:thanks|thank you|thx|gracias|merci|danke|grazie|obrigad[oa])\b/,
	greeting:
		/^(?:hello|hi|hey|buongiorno|buonasera|ola|bom dia|boa tarde|boa noite|good (?:morning|afternoon|evening|day)|hola|buen[oa]s (?:dias|tardes|noches)|bonjour|bonsoir|hallo|guten (?:tag|morgen|abend))\b/,
	message:
		/\b(?:voice ?mails?|leave (?:\w+ ){0,3}messages?|leave (?:\w+ ){0,2}(?:word|note)|take a message|messages? for|mailbox|answering machine|record a message|(?:leave|drop|take|pass|write) (?:\w+ ){0,4}(?:note|word|memo)|let (?!me|us)(?:\w+ ){1,2}know|tell (?!me|us)(?:\w+ ){1,3}(?:that|i|im|ill|the|we)|(?:have|ask|get) (?!me|you)(?:\w+ ){1,3}(?:call|ring|phone) me|dejar(?:le)? (?:un |una )?(?:mensaje|recado)|buzon|mensaje (?:para|a)|laisser un message|message pour|repondeur|lasciare un messaggio|messaggio per|segreteria|deixar (?:um )?(?:recado|mensagem)|recado para|nachricht|anrufbeantworter)\b/,
	human:
		/\b(?:operator|human|humans|(?:real|live|actual) (?:person|people|human)|a person|people|somebody|someone|representative|agent|receptionist|front desk|staff|operadora?|una persona|alguien|un humano|agente|recepcion|standard|quelquun|une personne|un humain|zentrale|jemand\w*|(?:einen? )?mensch\w*|mitarbeiter|empfang)\b/,
	anybody:
		/\b(?:anyone|anybody|whoever|any person|doesnt matter|does not matter|dont care who|(?:first|next) available|cualquiera|da igual|no importa|nimporte qui|egal wer|irgendwe[rnm])\b(?! (?:but|except))/,
	connect:
		/\b(?:talk|speak|connect|transfer|put me|put through|patch|reach|get me|get hold|get a hold|give me|call for|calling for|looking for|look for|want|need|like|ring|may i|could i|can i|is \w+ (?:there|in|available|around)|please|vorrei|voglio|parlare|mi passi|gostaria|queria|quero|falar|hablar|comunicar\w*|comuniqueme|pas[ea]me|pongame|quiero|quisiera|necesito|busco|por favor|parler|passez|joindre|voudrais|veux|sil (?:vous|te) plait|sprechen|verbinden|durchstellen|mochte|brauche|bitte|zu|reden)\b/,
	question:
		/^(?:and |so |ok |hi |hello |hola |y |et |und |excuse me |sorry |please |um |uh )*(?:what|whats|when|where|wheres|how|who|whos|which|why|do|does|did|is|are|can|could|would|will|have|has|any|tell me|que|cual|cuales|cuando|donde|como|quien|cuanto|cuantos|a que|hay|tienen|aceptan|estan|esta|abren|puedo|quel|quelle|quels|quand|ou|comment|qui|combien|est ce|estce|avez|etes|a quelle|acceptez|was|wann|wo|wie|wer|welche|haben|sind|gibt|kann|konnen|nehmen)\b|\b(?:tell me (?:your|the|about)|i (?:want|need|would like|d like) to know|wanted to know|question about|wondering|dime|digame|quiero saber|ich mochte wissen|je voudrais savoir|your (?:\w+ )?hours|opening hours|su horario|offnungszeiten|vos horaires)\b/,
	matter:
		/\b(?:(?:can|could|would|will) (?:you|somebody|someone|anyone) (?:please )?\w+ (?:my|our|me|us|last|this|that)|(?:wheres|where is|when will|when is|what about|whats with|whats wrong with) (?:my|our)|(?:question|questions|problem|problems|issue|issues|trouble|calling|call|help) (?:\w+ )?(?:about|regarding|concerning|with|on)|pregunta\w* (?:sobre|acerca|de)|problemas? con|duda sobre|question sur|probleme avec|frage zu\w*|fragen zu\w*|problem mit)\b/,
	department: /\b(?:department|dept|team|departamento|equipo|service des|abteilung)\b/,
	complaint:
		/\b(?:complain|complaint|unacceptable|terrible|awful|furious|angry|ridiculous|lawyer|sue|queja|reclamo|inaceptable|plainte|beschwerde|unverschamt)\b/,
	yes: /^(?:yes|yeah|yep|yup|correct|right|exactly|sure|ok|okay|please do|go ahead|absolutely|thats (?:right|it|correct|her|him)|si|claro|correcto|exacto|dale|oui|daccord|exactement|ja|genau|richtig|gern)\b/,
	no: /^(?:no|nope|nah|not really|wrong|non|nein|incorrect)\b/,
	again:
		/\b(?:again|once more|another try|retry|one more time|otra vez|de nuevo|encore|nochmal|noch einmal)\b/,
	asksOwnName:
		/\b(?:(?:whats|what is|what was|do you (?:know|remember)|remember|tell me|say) (?:\w+ )?my name|who am i|como me llamo|cual es mi nombre|sabe\w* mi nombre|comment (?:est ce que )?je mappelle|quel est mon nom|wie heisse ich|mein(?:en)? namen?\b.{0,12}$)\b/,
} as const;

const ordinals = [
	/\b(?:first|1st|former|primer[oa]?|premiere?|erste[rns]?)\b/,
	/\b(?:second|2nd|latter|other one|segund[oa]|deuxieme|zweite[rns]?)\b/,
	/\b(?:third|3rd|tercer[oa]?|troisieme|dritte[rns]?)\b/,
];

export function readIntents(words: string): Intents {
	const folded = foldText(words).replace(smallTalk, " ").replace(/\s+/g, " ").trim();
	const has = (name: keyof typeof patterns) => patterns[name].test(folded);
	const digits =
		/(?:\d[ ]?){7,}/.test(folded) ||
		/(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b ?){6,}/.test(folded);
	const ordinal = ordinals.findIndex((pattern) => pattern.test(folded));
	return {
		manipulation: manipulation.test(folded) || numberWanted.test(folded) || (digits && dial.test(folded)),
		farewell: has("farewell"),
		thanks: has("thanks"),
		greeting: has("greeting"),
		message: has("message"),
		human: has("human"),
		anybody: has("anybody"),
		connect: has("connect"),
		question: has("question") || /[?¿]/.test(words),
		matter: has("matter"),
		department: has("department"),
		complaint: has("complaint"),
		yes: has("yes"),
		no: has("no"),
		again: has("again"),
		ordinal: ordinal < 0 ? null : ordinal,
		asksOwnName: has("asksOwnName"),
	};
}
