import { spellOut } from "./wording/spell-out.ts";
import { fold } from "./wording/split-clauses.ts";

/** True for a wish to be texted again that the carrier ignores. */
export function wantsTextsAgain(text: string): boolean {
	return (
		isMarkedKeyword(text) ||
		isWish(
			fold(text)
				.replace(/[^\p{L}\p{N}]+/gu, " ")
				.trim(),
		)
	);
}

const keywords = new Set(["start", "unstop", "restart", "startall", "resubscribe", "optin", "subscribe"]);
const beside = new Set(
	"please pls plz thanks thank you again now texts text messages me it hi hello ok yes send reply with the word by".split(
		" ",
	),
);

/** "START!", "“Start” please", "s t a r t". A "!" at the end is a mark and no letter. */
function isMarkedKeyword(text: string): boolean {
	const words = spellOut(text.replace(/[!¡]+(?![\p{L}\p{N}])/gu, " "));
	const joined = words.every((word) => word.length === 1) ? [words.join("")] : words;
	return (
		joined.some((word) => keywords.has(word)) &&
		joined.every((word) => keywords.has(word) || beside.has(word))
	);
}

/** Begins like the wish and ends with its opposite: "don't sign me up again". */
const refusal =
	/\b(?:dont|do not|never|not|no longer|stop|cant believe|why|who|did|didnt|no me|nunca|ne|nicht|nie|kein|keine|nao|non|не)\b/;

const mayBeWish =
	/again|back|sign|add me|opt|subscrib|enrol|activat|join|unstop|block|start|begin|resume|continue|keep|turn|mind|mistake|accident|mean to|nuevo|otra vez|vuelv|volver|suscrib|inscr|recib|anot|agreg|abonn|remet|nouveau|encore|wieder|voltar|novo|nova|iscriv|ricever|снова|опять|обратно|订|訂|恢|再|もう|구독|수신|보내|đăng|nhận|اشتر|مرة|subscribe|ulit|फिर/u;

function isWish(folded: string): boolean {
	if (!mayBeWish.test(folded)) return false;
	const found = wishes.exec(folded);
	if (!found) return false;
	return !refusal.test(
		folded
			.slice(0, found.index + found[0].length)
			.replace(/\b(?:why not|not sure why|didnt mean to (?:stop|unsubscribe|opt out))\b/g, ""),
	);
}

const texts =
	"(?:texts?|texting|messages?|sms|msgs?|updates?|alerts?|offers?|deals?|promos?|promotions?|reminders?|notifications?)";
const again = "(?:again|back|anew|once more)";
const letters = "(?:mensajes?|textos?|sms|messages?|textos|nachrichten|messaggi|mensagens|sms)";

const wishes = new RegExp(
	`${[
		`\\b(?:add|put|sign|opt) me (?:\\w+ )?(?:(?:up|in|on|onto|to) )?(?:\\w+ )?(?:${again})\\b`,
		`\\b(?:add|put|get|sign|opt) me (?:back|in again|up again)\\b`,
		`\\b(?:opt|opting) (?:me )?(?:back )?in\\b`,
		`\\bsign (?:me|us) (?:back )?up\\b`,
		`\\b(?:re ?subscribe|re ?enroll|re ?activate|re ?join|unstop|un ?block)\\b`,
		`\\bsubscribe (?:me|us|again|back|please)\\b`,
		`\\b(?:want|like|love|need|happy|ready|ok|okay|fine|good) (?:to )?(?:(?:get|getting|receive|receiving|have|see|hear|be|to) )*(?:your |the |these |those |more |my )*(?:${texts}|texted|contacted)(?: \\w+){0,3} ${again}\\b`,
		`\\b(?:start|begin|resume|restart|continue|keep) (?:the |my |your |to )?(?:send|sending|texting|messaging|text|message|receiving|getting)\\b(?: \\w+){0,4}`,
		`\\b(?:start|resume|restart|turn on|reactivate) (?:the |my |your )?${texts}\\b|\\bturn (?:the |my |your )?${texts} (?:back )?on\\b`,
		`\\b(?:text|message|contact) (?:me|us) again\\b|\\bsend (?:me|us) (?:\\w+ ){0,2}${texts} again\\b`,
		`\\b(?:can|could|may) (?:you|i|we) (?:\\w+ ){0,4}(?:${texts}) again\\b`,
		`\\bback on (?:the|your|that|this) (?:\\w+ )?list\\b`,
		`\\bchanged my mind\\b.*\\b(?:${texts}|list|subscribe)\\b`,
		`\\b(?:stopped|unsubscribed|opted out) (?:by mistake|by accident|accidentally)\\b`,
		`\\b(?:didnt|did not) mean to (?:stop|unsubscribe|opt out)\\b`,
		`\\b(?:quiero|quisiera|deseo|me gustaria|puedo|pueden|podrian) (?:\\w+ )?(?:volver a (?:recibir|tener|suscribirme|inscribirme)|inscribirme|suscribirme|recibir (?:\\w+ ){0,3}(?:de nuevo|otra vez|nuevamente|${letters}))\\b`,
		`\\b(?:vuelva|vuelvan|volver) a (?:\\w+ )?(?:enviar|mandar|recibir|suscrib|inscrib|escrib)\\w*`,
		`\\b(?:suscrib|inscrib|anot|agreg|anad|apunt)\\w*(?:me|nos)?\\b(?: \\w+){0,4} (?:nuevo|otra vez|nuevamente)\\b`,
		`\\b(?:suscribanme|suscribeme|resuscrib\\w*|reinscrib\\w*)\\b`,
		`\\b(?:re ?abonn\\w+|re ?inscri\\w+)\\b`,
		`\\b(?:abonne|inscri|remet|ajoute)\\w* moi\\b(?: \\w+){0,4} (?:nouveau|liste|encore)\\b`,
		`\\b(?:recevoir|envoyez|ecrivez)\\b(?: \\w+){0,4} (?:a nouveau|de nouveau|encore)\\b`,
		`\\bwieder (?:\\w+ )?(?:anmelden|abonnieren|${letters}|bekommen|erhalten|empfangen|schreiben|aufnehmen|eintragen|dabei)\\b`,
		`\\b(?:${letters}|mich|mir)\\b(?: \\w+){0,3} wieder\\b(?: \\w+){0,3}`,
		`\\b(?:voltar a receber|receber (?:\\w+ ){0,3}(?:de novo|novamente)|reinscrev\\w+|me inscrev\\w+)\\b`,
		`\\b(?:riscriv\\w+|iscriv\\w+ di nuovo|ricevere (?:\\w+ ){0,3}(?:di nuovo|ancora))\\b`,
	].join(
		"|",
	)}|(?:подпишите|подписаться|присылайте|пишите|верните) ?\\p{L}* ?(?:снова|опять|обратно)|(?:снова|опять) ?\\p{L}* ?(?:подпис|получать|присыла|пишите)\\p{L}*|重新订阅|重新訂閱|恢复订阅|恢復訂閱|再次订阅|再次訂閱|再登録|再開して|配信を再開|もう一度登録|다시 (?:구독|보내|받고|수신)|재구독|đăng ký lại|nhận lại tin|اشترك(?:وني)? مرة أخرى|إعادة الاشتراك|mag ?subscribe ulit|i ?text (?:nyo|niyo) (?:ulit|uli)|फिर से`,
	"u",
);
