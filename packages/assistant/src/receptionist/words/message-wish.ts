const message = pattern(
	`voicemails?|voice mails?|answering machine|mail ?box|messages?|
	(?:leave|leaving|drop|dropping|give|send|pass|record|take|taking|jot|write) (?:\\w+ ){0,4}(?:note|word|memo|something down|message)|
	leave (?:him|her|them|\\w+|\\w+ \\w+) something|
	(?:just )?say (?:that )?(?:\\w+ ){1,2}(?:called|phoned|rang)|record something|jot (?:something |this |that )?down|
	pass (?:something|this|that|it|a word|along|on) (?:on |along )?(?:to|for)|
	(?:in|into|on|to) (?:\\w+ ){1,2}(?:box|machine)|
	let (?!me\\b|us\\b|you\\b)(?:\\w+ ){1,3}know|letting (?!me\\b|us\\b)(?:\\w+ ){1,3}know|
	tell (?!me\\b|us\\b|you\\b)(?:\\w+ ){1,3}(?:that|i|im|ill|ive|id|we|were|well|weve|the|my|our|its|it|he|she|they|this|about|to (?:call|ring|phone|text|contact))|
	(?:have|get|ask|asking|want|need|tell|like|wish) (?!me\\b|you\\b)(?:\\w+ ){1,4}?(?:call|calls|ring|phone|text|contact|get back to) (?:me|us)(?: back)?|(?:have|get|ask|asking|want|need|tell|like|wish) (?!me\\b|you\\b)(?:\\w+ ){1,4}?(?:give|drop) (?:me|us) a (?:call|ring|line|text|buzz|shout)|inform (?!me\\b|us\\b)\\w+(?: \\w+)? (?:that|of|about)|
	(?:have|get|ask|want|need|tell|like) (?!me\\b|you\\b)(?:\\w+ ){1,4}?return my call|
	(?:can|could|would|will|may) (?!i\\b|you\\b|we\\b|somebody\\b|someone\\b)\\w+ (?:\\w+ )?(?:call|ring|phone) me back|
	mensajes?|buzon|recado|(?:deje|dejele|dejar|dejarle) (?:\\w+ ){0,3}nota|(?:digale|dile|diganle|avisele|avise) (?:\\w+ )?a|que me (?:llame|devuelva la llamada)|
	repondeur|messagerie|laisse[rz] (?:\\w+ ){0,3}mot|dites (?:lui|a)|prevenez|quil me rappelle|quelle me rappelle|me rappeler|
	nachrichten?|anrufbeantworter|ausrichten|richten sie|sagen sie (?!mir\\b|uns\\b)\\w+|ruckruf|zuruckruf\\w*|
	messaggi?o?|segreteria|dica a|mi richiami|richiamarmi|
	recados?|correio de voz|diga (?:a|ao|para)|avise (?:a|o|ao)|me (?:ligue|retorne|ligar de volta)`,
);
/** The caller wants somebody now, at the telephone or at the door. */
const present =
	/\b(?:on the (?:line|phone)|im (?:here|waiting|holding|downstairs|outside)|waiting|downstairs|in the lobby|at the (?:door|gate|reception)|en la linea|en ligne|am apparat)\b/;
const aboutMessages =
	/\b(?:got|received|had) (?:a|your|his|her|the|this|an) (?:\w+ )?(?:message|voicemail|voice mail|note)\b|\b(?:returning|in reply to) (?:a|your|his|her|the) (?:message|voicemail)\b|\b(?:left|sent) me\b/;

/** An earlier message, or one that the caller does not want to leave. */
const oldOrUnwanted =
	/\b(?:(?:ive |i |we |had |have )?(?:already )?left (?:\w+ ){0,3}(?:messages?|voicemails?|notes?|word)|(?:get|hear|receive|see|read|listen to|heard|seen) my (?:\w+ )?(?:messages?|voicemails?|notes?)|about (?:the|my|a|his|her) (?:messages?|voicemails?|notes?)|(?:no|not|without|never|hate|instead of|rather than|dont|didnt|wont|doesnt|cant) (?:(?!just\b|but\b|please\b|can\b|could\b|so\b|there\b)\w+ ){0,4}?(?:messages?|voicemails?|voice mail|mail ?box|answering machine|machine)|(?:kein|keine|keinen|nicht auf) (?:\w+ ){0,3}(?:nachricht|anrufbeantworter)|no (?:quiero|deseo) (?:\w+ ){0,3}(?:mensaje|recado|buzon)|pas (?:de |laisser de |laisser un )?(?:message|messagerie|repondeur)|non voglio (?:\w+ ){0,3}messaggio|nao quero (?:\w+ ){0,3}(?:recado|mensagem))\b/;

/** True when somebody should get a message; folded words. */
export function wishesMessage(words: string): boolean {
	return message.test(words) && !isWaiting(words) && !aboutMessages.test(words) && !refusesMessage(words);
}

/** True when the caller waits for somebody; folded words. */
export function isWaiting(words: string): boolean {
	return present.test(words);
}

/** True when the caller wants no message, or has left one; folded words. */
export function refusesMessage(words: string): boolean {
	return oldOrUnwanted.test(words);
}

function pattern(alternatives: string): RegExp {
	return new RegExp(`\\b(?:${alternatives.replace(/\|\s+/g, "|")})\\b`);
}
