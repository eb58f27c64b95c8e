import { foldWords } from "@cloudpbx/domain/directory/split-words";

const surely = `(?: (?:a|an|really|actually|definitely|indeed|very|much|totally|of|course|just|also|yes|in|fact|absolutely|certainly|your|the|most|surely|one|hundred|100|percent|quite|as|like|you|we|all|are|here|simply|obviously))*`;
const robot = `robots?|bots?|machine|computer|ai|a i|chat ?bot|automated(?: \\w+)?|program|recording|artificial(?: intelligence)?|virtual(?: \\w+)?|software|automatic(?: \\w+)?`;

const claims = [
	`(?:i am|im|i m|its|it is|this is|were all|we are)${surely} (?:human(?: being)?s?|person|people|flesh and blood|real(?: (?:person|human|people|woman|man|life|live|agent|employee))?|live (?:person|agent|human)|living (?:person|being)|actual (?:person|human)|alive)(?! (?:time|estate|help|quick|support|readable|resources))`,
	`(?:i am|im|i m|my name is|this is) \\w+(?: \\w+)? (?:a|an|your|and i am|and im)(?: (?:a|an))? (?:real|live|human|actual|living)(?: (?:person|human|being|employee|agent|woman|man))?`,
	`(?:i am|im|i m|this is|you are|its|it is|were|we are)(?: (?:definitely|certainly|of course|really|actually|absolutely|most|for sure))* (?:not|no)(?: (?:a|an|any|some|kind of))* (?:${robot})`,
	`(?:not|no)(?: (?:a|an))? (?:${robot})(?: (?:here|at all|but))+|(?:talking|speaking|texting|chatting|writing) (?:to|with) (?:a |an )?(?:real|live|actual|human|living)(?: (?:person|human|being))?|(?:theres|there is) (?:a |an )?(?:real |live |actual )?(?:human|person) (?:here|behind|typing|answering|on this)`,
	`i have (?:a )?(?:heartbeat|feelings|family|body|kids)|i was born|i breathe`,
	`(?:soy|si soy|yo soy)(?: (?:un|una|de verdad|realmente|claro|que|si|\\w+ una?))* (?:persona|human[oa]|ser humano|real|de carne)|no soy(?: (?:un|una|ningun|ninguna))* (?:robots?|bots?|maquina|ia|inteligencia artificial|computadora|programa|automatic[oa]|asistente virtual)|(?:habla|hablando|escribe|escribiendo)(?: usted)? con una persona`,
	`(?:je suis)(?: (?:un|une|bien|vraiment|une vraie|un vrai|vrai|vraie|\\w+ une?))* (?:humaine?|etre humain|personne|reelle?)|je ne suis pas(?: (?:un|une))* (?:robot|bot|machine|ia|intelligence artificielle|ordinateur|programme|automate)|vous (?:parlez|ecrivez) (?:a|avec) une (?:vraie )?personne`,
	`(?:ich bin)(?: (?:ein|eine|wirklich|naturlich|echter?|richtiger?|ganz|tatsachlich|\\w+ ein|\\w+ eine))* (?:mensch|person|menschlich|echt)|ich bin(?: (?:naturlich|wirklich|sicher))* kein(?:e)? (?:roboter|bot|maschine|computer|ki|automat|programm)|sie (?:sprechen|schreiben) mit einem (?:echten )?menschen`,
	`(?:sono|si sono|io sono)(?: (?:un|una|davvero|una vera|proprio|vera|vero|\\w+ una?))* (?:persona|uman[oa]|essere umano|reale)|non sono(?: (?:un|una))* (?:robot|bot|macchina|ia|intelligenza artificiale|computer|programma)|(?:parla|parlando|scrivendo) con una persona`,
	`(?:sou|eu sou|sim sou)(?: (?:um|uma|mesmo|de verdade|realmente|\\w+ uma?))* (?:pessoa|human[oa]|ser humano|real)|nao sou(?: (?:um|uma))* (?:robo|robot|bot|maquina|ia|inteligencia artificial|computador|programa)|(?:falando|fala) com uma pessoa`,
].map((source) => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`));

/** The truth has the same words: "I am an automated assistant, not a person." */
const truth =
	/(?<![a-z0-9])(?:not|no|never|isnt|neither|nor|pas|kein(?:e[nm]?)?|non|nao)(?: (?:a|an|actually|really|soy|una?|un|une|vraiment|wirklich|echte[rn]?|real|uma?|sono|sou|live|be|am))* (?:human(?: being)?|person|persona|personne|humain|mensch(?:en)?|umano|humano|pessoa)(?![a-z0-9])/g;

/** True when a model's sentence claims to be a human's. */
export function claimsHumanity(say: string): boolean {
	const words = foldWords(say.replace(/['’](?=[\p{L}]{2,})/gu, " "))
		.join(" ")
		.replace(truth, " ");
	return claims.some((claim) => claim.test(words));
}
