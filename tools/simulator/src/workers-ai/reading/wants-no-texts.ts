import { foldText } from "./fold-text.ts";

export type WantsNoTexts = "yes" | "no" | "unsure";

const sure = 2;
const unsure = 1;

/** Weighs single words, as a model's impression of a text. It knows no grammar: it errs elsewhere than the product's rules. */
export function readWantsNoTexts(said: string): WantsNoTexts {
	const points = Math.max(...said.split("\n").map((text) => weigh(text, foldText(text))));
	return points >= sure ? "yes" : points >= unsure ? "unsure" : "no";
}

const stems = (words: string) => new RegExp(`(?<!\\p{L})(?:${words.trim().split(/\s+/).join("|")})`, "gu");
const signs = (words: string) => new RegExp(words.trim().split(/\s+/).join("|"), "gu");

const refusing =
	stems(`stop quit ceas enough end(?:s|ed)?(?!\\p{L}) delet eras remov refrain no(?!\\p{L}) not(?!\\p{L}) never dont didnt
	longer anymore take get(?:ting)? gone lose leave off(?!\\p{L}) out(?!\\p{L}) outta belong sick rather nobody
	ya(?!\\p{L}) dej par[ae] basta elimin borr saqu retir plus(?!\\p{L}) ne(?!\\p{L}) arret supprim kein hor losch
	nao(?!\\p{L}) tir[ae] non(?!\\p{L}) cancell`);
const aboutTexts =
	stems(`text txt messag sms contact list database system market promo ads?(?!\\p{L}) spam communicat notif reminder inbox
	number digits info(?!\\p{L}) hear these(?!\\p{L}) mensaj escrib mand envi numero envoy nachricht schreib schick werbung
	nummer datenbank mensagen receb recibir ricever`);
const law = stems(`tcpa sue(?!\\p{L}) lawyer consent permission authori report registry`);
const leaving =
	/\b(?:unsub\w*|opt(?:ing)? ?(?:me )?out|leave me\b.*\balone|go away$|f off|stfu|hmu|in ruhe|desabonn\w*|cease and desist)\b/;
const takesOff =
	/\b(?:(?:remove|delete|scrub|strike|lose) (?:me|us|my number)\b(?! as| from the \d)|take me off this\b)|\bnot interested\b.*\byou/;

const otherThing =
	stems(`order(?!ed to) appointment booking invoice bill refund service(?!s to) item cita pedido rendez termin(?!at) photo foto
	code(?!\\p{L}) job stop(?=ped|s(?!\\p{L}))`);
const otherWay = /\b(?:call\w*|e ?mail\w*|llam\w+)\b/;
const textsAreFine =
	/\b(?:texts?|texting)\b(?: me)? ?(?:is|here|coming)|\b(?:just|mejor) (?:un )?(?:message|mensaje)/;
const delight = /\b(?:love|best|great)\b|[😍🥰❤😂😭💕]/u;
/** "Don't stop texting me", "I don't get your texts". */
const wantsMore =
	/\bnot (?:\w+ ){0,5}(?:stop\w*|remove)\b|\b(?:not|dont|didnt) (?:\w+ ){0,2}(?:get|receive)\b(?: \w+){0,3} (?:texts?|messages?)|\bkeep texting\b/;
const ownStory = /\b(?:(?:reply|text) stop to|why am i|driving|stopped getting|text me$|call$|ill text)\b/;
const question = /^(?:what|when|where|is|are|do|does)\b/;

const foreignRefusing =
	signs(`别 删 取消 ない 停止 結構 不要 그만 마세 말아 मत बंद не(?!\\p{L}) удал لا توقف đừng ngừng huwag
	(?<!\\p{L})mat(?!\\p{L}) band(?!\\p{L}) (?<!\\p{L})pa(?!\\p{L}) retire(?!\\p{L})`);
const foreignTexts =
	signs(`发 傳 订阅 訂閱 名单 送 配信 メッセージ 連絡 연락 보내 भेज пиш пис смс номер ترسل مراسل اشتراك
	(?:nhan|nhắn)\\stin tin\\s(?:nhan|nhắn) (?:đang|đăng)\\sky (?<!\\p{L})(?:pag|mag)?te?xt (?<!\\p{L})msg
	(?<!\\p{L})sms(?!\\p{L}) message mesaj (?<!\\p{L})lis(?!\\p{L})`);
const foreignThing = /电话|звон/iu;
const englishWord = /\b(?:the|you|your|is|my|me|it|to)\b/;

function weigh(text: string, words: string): number {
	const lower = text.toLowerCase();
	const isForeign = isOtherScript(text);
	const isRefused = [foreignRefusing, foreignTexts].every((pattern) => lower.match(pattern) !== null);
	const isForeignRefusal = isRefused && !foreignThing.test(text);
	if (isForeign || (isForeignRefusal && !englishWord.test(words))) return isForeignRefusal ? sure : 0;
	const count = (pattern: RegExp) => new Set(words.match(pattern) ?? []).size;
	const [refusals, mentions, laws] = [count(refusing), count(aboutTexts), count(law)];
	const isForUs = /\b(?:you|your|this)\b/.test(words);
	let points = 0;
	if (leaving.test(words)) points += 3;
	if (refusals > 0 && mentions > 0)
		points += 1 + Number(refusals > 1 || mentions > 1) + Number(isForUs && refusals > 1);
	if (laws > 0 && mentions > 0) points += 2;
	else if (laws > 1 && isForUs) points += 1;
	if (takesOff.test(words)) points += 2;
	if (wantsMore.test(words)) points -= 4;
	if (ownStory.test(words)) points -= 3;
	if (delight.test(words) || delight.test(text)) points -= 3;
	if (count(otherThing) > 0) points -= 2;
	if (otherWay.test(words) && (textsAreFine.test(words) || mentions === 0)) points -= 3;
	if (question.test(words)) points -= 2;
	return points;
}

function isOtherScript(text: string): boolean {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	return letters > 0 && latin / letters < 0.5;
}
