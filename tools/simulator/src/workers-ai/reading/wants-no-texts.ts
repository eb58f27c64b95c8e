import { foldText } from "./fold-text.ts";

export type WantsNoTexts = "yes" | "no" | "unsure";

/** Points from which the stand-in is sure, and from which it is not sure of the opposite. */
const sure = 2;
const unsure = 1;

/**
 * Whether somebody asks to be texted no more. The stand-in weighs what is refused, what is spoken of and the mood, as a
 * model's impression of a sentence; it knows no grammar, so it errs elsewhere than a program's patterns do.
 */
export function readWantsNoTexts(said: string): WantsNoTexts {
	const points = Math.max(...said.split("\n").map((text) => weigh(text, foldText(text))));
	return points >= sure ? "yes" : points >= unsure ? "unsure" : "no";
}

const stems = (words: string) => new RegExp(`(?<!\\p{L})(?:${words.trim().split(/\s+/).join("|")})`, "gu");
const signs = (words: string) => new RegExp(words.trim().split(/\s+/).join("|"), "gu");

const refusingPattern =
	stems(`stop quit ceas desist enough end(?:s|ed)?(?!\\p{L}) halt remov delet eras scrub strike refrain discontinu
	revok withdr rescind no(?!\\p{L}) not(?!\\p{L}) never dont doesnt didnt wont without rather nolonger longer anymore unwanted
	take get(?:ting)? gone lose leave off(?!\\p{L}) out(?!\\p{L}) outta belong object tired sick hate need(?:s)? done why further
	ya(?!\\p{L}) dej par[ae] basta elimin borr quit saqu baja retir pas(?!\\p{L}) plus(?!\\p{L}) ne(?!\\p{L}) arret cess supprim
	kein nicht aufhor hor losch streich nao(?!\\p{L}) tir[ae] remov non(?!\\p{L}) smett cancell toglie chill nobody driving`);
const aboutTexts =
	stems(`text txt messag msg sms contact list database record system market promo offer ads?(?!\\p{L}) advert spam
	communicat correspond solicit notif reminder blast subscri(?!ption box) inbox number digits data(?!\\p{L}) info(?!\\p{L}) hear
	these(?!\\p{L}) updates mensaj escrib mand envi lista numero ecri envoy liste nachricht schreib schick werbung nummer
	datenbank messagg scriv mensagen mande receb recevoir recibir ricever ankontakt kontakt`);
const lawPattern =
	stems(`fcc ftc tcpa gdpr ccpa sue(?!\\p{L}) suing lawyer attorney legal court violat consent permission authori revoc
	harass unsolicited report registry einwilligung consentimiento consentement`);
const leaving =
	/\b(?:unsub\w*|opt(?:ing)? ?(?:me )?out|optout|leave (?:me|us|my)\b.*\balone|go away$|get lost$|(?:f|fuck|piss) off|gtfo|stfu|hmu|in peace|en paz|tranquille|in ruhe|desuscrib\w*|desabonn\w*|abmelden|felicia|cease and desist)\b/;

const delight =
	/\b(?:love|amazing|awesome|gorgeous|beautiful|cute\w*|hilarious|sweet|kind|best|great news|cool|blush\w*|screaming|perfect|funny|lindo|mignon|super|cant even|take my money|made my day|free)\b/;
const otherThing =
	stems(`order(?!ed to) appointment booking reserv cita pedido commande rendez termin(?!at) deliver envio invoice fee charge bill
	refund warrant insur service(?!s to) session lease rental member policy crew item onion pickle cheese sauce fries booking slot schedule
	waitlist class(?!ic) application access photo foto car(?!e) table chair house lamp dog brochure form(?!al) landlord code(?!\\p{L}) gas stop(?=ped|s(?!\\p{L})) job account`);
const otherWay =
	/\b(?:call\w*|phone calls?|e ?mail\w*|mail\w*|voicemails?|ring|letters?|newsletters?|paper|catalog\w*|llam\w+|correo\w*|appel\w+|ruf\w+|anruf\w*|ligu\w+)\b/;
const textsAreFine =
	/\b(?:texts?|texting|messages?|sms)\b(?: me)? ?(?:is|are|s|here|instead|only|works?|ok|okay|fine|better|coming)|\b(?:just|rather|please|can|mejor|lieber) (?:get a |un |me )?(?:text|message|mensaje|sms)|keep (?:the )?texts|schreiben sie lieber/;
const asksForText =
	/\b(?:text|message|contact) (?:me|us|him|her) (?:when|the|back|a |if|once|at|in|on|your)|\b(?:didnt|did not|never|havent) (?:get|got|receive)|\bdid you (?:text|message)|\bdo you text|\bi(?:ll| will) text|\bwho (?:do|should) i/;

/** "Don't stop texting me", "never unsubscribe me", "I don't get your texts". */
const wantsMore =
	/\b(?:dont|do not|didnt|cant|couldnt|never|not|no) (?:\w+ ){0,5}(?:stop(?! sending| texting| messag)(?! \w+ing)\w*|stop getting|stop receiving|stop laughing|quit|end|unsub\w*|opt out|remove|delete|take (?:me|us) off|dejen de|miss|forget)\b|\b(?:not|dont|didnt|never|havent|isnt|arent|no|stop) (?:\w+ ){0,2}(?:get|getting|got|receive|receiving|received|gotten|recibi|recu|llego|come|came)\b(?: \w+){0,3} (?:texts?|messages?|your|mensajes?|confirmation|code)|\bdont text me anymore|\b(?:keep|more) (?:sending|texting|them coming|coming)\b|\bdo not want to (?:stop|unsub\w*|opt out)\b/;
/** What somebody tells or asks about opting out, or about reaching him otherwise for once. */
const ownStory =
	/\b(?:did i|i didnt mean|by mistake|by accident|if i|what (?:does|happens|is|s|number)|what is that|whats|how does|it says|reply stop to|text stop to|does (?:unsub\w*|stop\w*)|is opting|we chose|unsubscribe (?:page|button|policy)|opt out (?:of the|policy)|why (?:did|am|are) (?:i|you (?:\w+ )?stop)|driving|no need to text|before (?:noon|\d)|on sundays|so late|wrong person|dont text (?:jim|my)|text me$|call$|party|dashboard)\b/;

/** Other writing: a refusal and a word for texts, and nothing that is ordered. */
const elsewhereRefusing =
	signs(`不 别 別 停 退订 退訂 删 刪 取消 移 勿 ない やめ 停止 解除 結構 削除 不要 그만 마세 말아 거부 싫 삭제 빼 मत बंद नहीं हटा не(?!\\p{L}) хват прекр
	перестан отпиш отпис удал убер отстан لا توقف إلغاء الغاء احذف đung đừng ngung ngừng huy hủy khong xoa xóa (?<!\\p{L})wag huwag tigil ayoko ayaw tanggal
	(?<!\\p{L})mat(?!\\p{L}) band(?!\\p{L}) nahi (?<!\\p{L})pa(?!\\p{L}) sispann retire(?!\\p{L}) หยุด อย่า ยกเลิก`);
const elsewhereTexts =
	signs(`短信 简讯 簡訊 信息 訊息 消息 发 發 传 傳 订阅 訂閱 退订 退訂 名单 名單 号码 號碼 联系 聯絡 送 配信 メール メッセージ 連絡 登録 リスト 문자 연락 메시지 보내 수신 목록 मैसेज भेज
	संदेश नंबर пиш пис присыл смс сообщ номер рассыл спис رسا ترسل مراسل اشتراك رقم إرسال (?:nhan|nhắn)\\stin tin\\s(?:nhan|nhắn) gui gửi (?:đang|đăng)\\sky (?<!\\p{L})(?:pag|mag)?te?xt
	mensahe bhej (?<!\\p{L})msg (?<!\\p{L})sms(?!\\p{L}) message mesaj nimewo (?<!\\p{L})lis(?!\\p{L}) ekri ข้อความ ส่ง`);
const elsewhereThing =
	/预约|預約|订单|訂單|洋葱|电话|送货|予約|注文|キャンセル|예약|주문|배송|заказ|звон|موعد|طلب|đơn|lich hen|lịch hẹn|order|ऑर्डर|appointment|kòmand/iu;

function weigh(text: string, words: string): number {
	const count = (pattern: RegExp) => new Set(words.match(pattern) ?? []).size;
	if (isElsewhere(text) || new Set(text.toLowerCase().match(elsewhereTexts) ?? []).size > 0) {
		const lower = text.toLowerCase();
		const both =
			(lower.match(elsewhereRefusing) ?? []).length > 0 && (lower.match(elsewhereTexts) ?? []).length > 0;
		if (isElsewhere(text)) return both && !elsewhereThing.test(text) ? 2 : 0;
		if (both && !elsewhereThing.test(text) && !/\b(?:the|you|your|is|my|me|it|to)\b/.test(words)) return 2;
	}
	const refusing = Math.min(count(refusingPattern), 3);
	const about = Math.min(count(aboutTexts), 3);
	const law = count(lawPattern);
	const isForUs = /\b(?:you|your|u|ur|this|these|yall)\b/.test(words);
	let points = 0;
	if (leaving.test(words)) points += 3;
	if (refusing > 0 && about > 0)
		points += 1 + (refusing > 1 || about > 1 ? 1 : 0) + (isForUs && refusing > 1 ? 1 : 0);
	if (law > 0 && about > 0) points += 2;
	else if (law > 1 && isForUs) points += 1;
	if (
		/\b(?:(?:remove|delete|scrub|strike|erase|lose|forget) (?:me|us|my number|my name|this number)\b(?! as| from the (?:title|\d))|(?:take|drop|get) (?:me|us|my \w+|this number) (?:off|from|out of) (?:this|that|these|your|ur|all|any|the list|the database)\b)/.test(
			words,
		)
	)
		points += 2;
	if (
		/\b(?:revok\w+|withdr\w+|rescind\w*)\b.*\b(?:consent|permission)\b|\b(?:(?:blocked|blocking) (?:you|this|your)|block this number)\b|\bnot interested\b.*\byou/.test(
			words,
		)
	)
		points += 2;
	if (wantsMore.test(words)) points -= 4;
	if (ownStory.test(words)) points -= 3;
	if (delight.test(words) || /[😍🥰❤😂😭💕]/u.test(text)) points -= 3;
	if (count(otherThing) > 0) points -= 2;
	if (otherWay.test(words) && (textsAreFine.test(words) || about === 0)) points -= 3;
	if (asksForText.test(words)) points -= 2;
	if (/\b(?:did you get|please send|id like to get|was no text|no messages?$|stopped getting)\b/.test(words))
		points -= 2;
	if (/^(?:what|when|where|is|are|do|does|how late|how much|which)\b/.test(words)) points -= 2;
	return points;
}

/** Mostly written in other letters. */
function isElsewhere(text: string): boolean {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const ours = text.match(/[\p{Script=Latin}]/gu)?.length ?? 0;
	return letters > 0 && ours / letters < 0.5;
}
