import { fold } from "./wording/split-clauses.ts";

/** True for words that only sound like an opt-out: delight, or the wish for texts instead of calls. */
export function isHarmless(text: string): boolean {
	const words = fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
	return isDelight(text, words) || prefersTexts(words);
}

const cry =
	/\b(?:sto+p+|stahp|sto+p+ (?:it|that|this)|quit it|shut up|get out(?: of here)?|enough(?: already)?|basta|arrete|hor auf|para|ya para)\b/;
const praise = new RegExp(
	`\\b(?:${[
		"(?<!would |d |will |ll )love(?:d|s| it| this| that| you| them)?(?! if| for| to)|amazing|awesome|gorgeous|beautiful|cute|cutest|adorable|hilarious",
		"so sweet|sweet of|too kind|so kind|too good|so good|so cool|the best|best \\w+ ever|best ever|perfect|stunning|incredible|unreal",
		"brilliant|wonderful|fantastic|yay|blush\\w*|screaming|obsessed|take my money|cant even|good news|great news|made my day|cool|great|wow|yum|had me at|so (?:happy|excited|proud|thrilled|glad)|thrilled",
		"(?:que|tan|muy) (?:lindo|linda|bonito|bonita|rico|emocion|bueno)|genial|increible|me encanta|trop (?:mignon|bien|bon|drole|beau|belle)",
		"super|toll|wunderbar|klasse|bellissimo|bellissima|que fofo|lindo|linda",
	].join("|")})\\b`,
);
const heart = /[😍🥰❤💕💖😘🤩🎉🥳😻💗💞]/u;
const aboutUs =
	/\b(?:texts?|texting|messages?|messaging|msgs?|sms|txts?|txting|contact\w*|lists?|number|unsub\w*|opt ?(?:me )?out|subscri\w+|spam\w*|send(?:ing)?|call(?:ing)?|remove|alone|harass\w*|annoy\w*|bother\w*|phone|sue|lawyer|please stop|pls stop|plz stop|stop (?:please|pls|plz)|but (?:please )?stop|if you(?: \w+)? stop\w*|mensajes?|escrib\w+|mand\w+|envi\w+|nachrichten|schreib\w+|schick\w+|ecri\w+|envoy\w+)\b/;

function isDelight(text: string, words: string): boolean {
	return cry.test(words) && (praise.test(words) || heart.test(text)) && !aboutUs.test(words);
}

const otherChannel =
	/\b(?:call|calls|calling|called|phoning|ringing|phone|ring|email|emails|e mail|e mails|emailing|emailed|newsletter|newsletters|voicemails?|mail|mailing|mailings|letters?|catalogs?|catalogues?|paper|invoices|postcards?|flyers|llame|llames|llamen|llamar|llamadas|correos?|appelez|mappelez|appeler|mappeler|appels|courriels?|anrufe|anrufen|rufen|ruf|mails|ligue|liguem|ligar|chiamate|telefonate|звоните|звонить)\b/;
const textsWelcome =
	/\b(?:text|texts|texting|messages?|messaging|sms|msgs?)(?: me)? (?:is|are|s|works?|would be|will be|only|instead|here|ok|okay|fine) ?(?:is |are )?(?:totally |perfectly |much |still )*(?:fine|ok|okay|better|best|good|great|easier|welcome|works?|instead|only|here)?\b|\btexting (?:is|works)\b|\b(?:just|only|rather|prefer|can|could|you can|please) (?:text|message|sms|msg|texts|texting)\b|\bkeep (?:the |your |my |sending )*(?:texts|messages|texting|sms)\b|\b(?:get|prefer|like|want) (?:a |the |to get )*(?:texts?|message)\b|\b(?:mejor|prefiero) (?:un |por |los )?(?:mensajes?|textos?|sms)\b|\b(?:mensajes?|textos?) (?:esta|estan) bien\b|\b(?:escribeme|escribame|escribanme|mandame un|mandeme un|ecrivez moi|escreve me|scrivimi)\b|\benvoyez (?:plutot )?(?:un |des )?(?:sms|messages?|textos?)\b|\bschreiben sie (?:mir )?(?:lieber|besser)|(?:sms|nachrichten) (?:ist|sind) (?:ok|gut|besser)|лучше (?:напишите|пишите)|(?:пишите|напишите) лучше/;
const textsUnwelcome =
	/\b(?:please )?(?:dont|stop|do not)$|\b(?:dont|do not|never|stop|no more|no|quit|not|or|nor|and) (?:\w+ ){0,2}(?:texts?|texting|message|messages|messaging|sms)\b(?! (?:is|are|works?|me instead|instead|only|ok|okay|fine|better))/;

function prefersTexts(words: string): boolean {
	return otherChannel.test(words) && textsWelcome.test(words) && !textsUnwelcome.test(words);
}
