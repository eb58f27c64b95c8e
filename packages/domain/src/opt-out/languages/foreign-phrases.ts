import { fold } from "../wording/split-clauses.ts";

const gap = (length: number) => `[^,.!?;,。!?、\\n]{0,${length}}`;
const zhNot = "(?:不要|别|別|请勿|請勿|勿|停止|不想|不希望|不愿意?|不願意?|拒绝|拒絕|禁止|无需|無需)";
const zhText =
	"(?:短信|简讯|簡訊|信息|訊息|讯息|消息|广告|廣告|联系我|联络我|聯絡我|聯繫我|骚扰|騷擾|打扰|打擾|推送|发信|發信|传送|傳送)";

/** Scripts whose marks are letters, or without blanks: lower case only. */
const asWritten = new RegExp(
	[
		`${zhNot}${gap(8)}${zhText}`,
		`(?:不要|别|別|请勿|請勿)再${gap(3)}(?:发|發|传|傳|联系|聯絡|聯繫|联络|打扰|打擾|骚扰|騷擾|寄|推)`,
		"退订|退訂|取消订阅|取消訂閱|停止订阅|停止訂閱|取消关注",
		`(?:把|将|將)${gap(6)}(?:从|從)${gap(8)}(?:删|刪|移|去)`,
		`(?:删除|刪除|移除|删掉|刪掉|去掉)${gap(4)}(?:我的)?(?:号码|號碼|电话|電話|联系方式|聯絡方式)`,
		`(?:号码|號碼|电话|電話)${gap(2)}(?:删除|刪除|移除|删掉|刪掉)`,
		"(?:送|配信|送信|連絡|メール|メッセージ|sms)(?:を|は|も|して|ら)?(?:送|配信|送信|し)?(?:ら)?ないで",
		"送(?:ってこないで|ってくるな|るな)",
		`(?:配信|送信|メール|メッセージ|sms|連絡|案内)${gap(6)}(?:停止|やめて|止めて|結構です|不要|いりません|いらない|ご遠慮|拒否)`,
		`(?:登録|購読|配信)を?(?:解除|取り消)`,
		`(?:リスト|名簿|連絡先)${gap(4)}(?:削除|外し|消し)`,
		`(?:문자|메시지|메세지|연락|광고|카톡|스팸)${gap(8)}(?:그만|말아|마세요|마라|하지 ?마|보내지|중단|거부|싫|원하지|받고 싶지|받기 싫)`,
		`(?:그만|더 ?이상|다시는?)${gap(8)}(?:보내|연락|문자)`,
		"수신 ?거부|구독 ?(?:취소|해지)",
		`(?:목록|명단|리스트)${gap(8)}(?:빼|삭제|제외|지워)`,
		`(?:번호|연락처)${gap(4)}(?:삭제|지워)`,
		`(?:मैसेज|मेसेज|संदेश|एसएमएस|sms|message)${gap(12)}(?:मत|बंद|नहीं चाहिए|न भेज|ना भेज|रोक)`,
		`(?:मत|न|ना) भेज(?:ो|ें|ना|िए|िये)|भेजना बंद|परेशान (?:मत|न|ना)`,
		`(?:नंबर|नाम)${gap(10)}(?:हटा|निकाल|मिटा)`,
		`(?:หยุด|อย่า|เลิก|ไม่ต้อง|ไม่อยาก)${gap(10)}(?:ส่ง|ข้อความ|sms)`,
		`ยกเลิก(?:การ)?(?:รับ|ข้อความ|สมัคร|sms)`,
		`(?:لا|توقف\\p{L}*|أوقف\\p{L}*|اوقف\\p{L}*|كفوا|بدون) ${gap(10)}(?:ترسل|ترسلوا|إرسال|ارسال|مراسل|رسائل|الرسائل|تراسل)`,
		`(?:إلغاء|الغاء|ألغ\\p{L}*|الغ\\p{L}*) (?:ال)?اشتراك`,
		`(?:احذف|أحذف|امسح|أزل|ازل|شيل|أزيل|إزالة|حذف)\\p{L}* ${gap(4)}(?:رقمي|اسمي)`,
		`(?:הסר|הסירו|הורידו|מחקו)${gap(10)}(?:מהרשימה|המספר|אותי)|(?:אל|תפסיקו|די) ${gap(6)}(?:לשלוח|תשלחו)`,
	].join("|"),
	"u",
);

const folded = new RegExp(
	[
		`(?:đung|ngung|dung|thoi|khong (?:muon|can|thich))${gap(18)}(?:nhan tin|gui tin|tin nhan|lien lac|lam phien|goi tin)`,
		`huy (?:đang|dang) ky|huy (?:nhan )?tin(?: nhan)?|đung (?:nhan|gui) nua|(?:xoa|go|loai|bo) (?:so|ten) (?:cua )?(?:toi|minh|em)`,
		`(?:\\b(?:huwag|wag)|\\btigil\\w*|\\bitigil\\w*|\\bayoko|\\bayaw ko|\\btama na)\\b${gap(30)}\\b(?:\\w*te?xt\\w*|messages?|msgs?|mensahe|mag ?padala|magpadala|contact)\\b`,
		`\\bitigil (?:nyo|niyo|ninyo|na)`,
		`\\b(?:tanggal\\w*|alis\\w*|burah\\w*) (?:nyo |niyo |ninyo |mo |na |po |ang |yung |ako )*(?:number|numero|list|pangalan)`,
		`\\b(?:message|msg|sms|text|texts|messages)\\b${gap(12)}\\b(?:mat|band|nahi|nhi|nahin) ?(?:bhej\\w*|kar\\w*|kijiye|chahiye|chaiye|do)\\b`,
		`^(?:please |yaar )?band kar\\w*(?: do| yaar| please| dijiye| isko| ye)*$`,
		`\\b(?:mat bhej\\w*|bhejna band|pareshan mat|tang mat)`,
		`\\bband kar\\w* (?:ye|yeh|do|dijiye|apne)* ?(?:sms|msg|messages?|texts?)`,
		`(?:number|naam) (?:list se )?(?:hata\\w*|nikal\\w*)`,
		`(?<!\\p{L})(?:больше не|не) (?:\\p{L}+ ){0,2}(?:пишите|пиши|присыла(?:и|ите)|шлите|шли|беспокоите)(?: \\p{L}+)?(?: больше| сообщени\\p{L}*| смс| рекламу| $|$)`,
		`(?:больше|не) (?:\\p{L}+ ){0,2}(?:хочу|желаю|надо|нужно) (?:\\p{L}+ ){0,2}(?:получать|ваших|ваши|сообщени\\p{L}*|смс|рассыл\\p{L}*|писать|присылать)`,
		`(?:хватит|прекратите|перестаньте|прекрати) (?:\\p{L}+ ){0,2}(?:писать|присылать|слать|рассыл\\p{L}*|отправлять|спам\\p{L}*|смс|сообщения)`,
		`(?:удалите|уберите|исключите|вычеркните|удали) (?:меня|мои|этот|номер) ?(?:номер|телефон)?`,
		`отпишите|отписаться|отстаньте|отказываюсь от (?:рассылк|сообщени)`,
		`\\b(?:pa|sispann|kanpe) (?:\\p{L}+ ){0,2}(?:voye|ekri|kontakte)\\b${gap(25)}(?:mesaj|tek|sms|mwen|anko|m\\b)`,
		`\\b(?:retire|wete|efase) (?:m|mwen|nimewo|non)\\b`,
		`\\bnie (?:pisz|piszcie|wysylaj|wysylajcie|chce|zycze sobie)\\b${gap(25)}(?:wiecej|wiadomosci|smsow|sms|\\bmnie)`,
		`\\b(?:wypisz|usun|usuncie) (?:mnie|moj)`,
		`\\b(?:mesaj|sms) (?:atma|gonderme|istemiyorum)\\p{L}*`,
	].join("|"),
	"u",
);

/** True for revocations, phrase by phrase, in languages without a grammar here. */
export function hasForeignPhrase(text: string): boolean {
	return asWritten.test(text.normalize("NFC").toLowerCase()) || folded.test(fold(text));
}
