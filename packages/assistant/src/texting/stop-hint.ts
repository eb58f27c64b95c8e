import { guessLanguage } from "../guess-language.ts";

/** Twilio and the networks know STOP in every country, and no other word. */
const hints: Readonly<Record<string, string>> = {
	en: "Reply STOP to stop all texts.",
	es: "Responda STOP para no recibir más mensajes.",
	fr: "Répondez STOP pour ne plus recevoir de SMS.",
	de: "Antworten Sie STOP, um keine SMS mehr zu erhalten.",
	pt: "Responda STOP para não receber mais mensagens.",
	it: "Rispondi STOP per non ricevere più messaggi.",
	ru: "Ответьте STOP, чтобы больше не получать сообщений.",
	zh: "回复 STOP 停止接收所有短信。",
	ja: "配信停止は STOP と返信してください。",
	ko: "모든 문자를 중단하려면 STOP이라고 답장하세요.",
	vi: "Trả lời STOP để ngừng nhận tin nhắn.",
	tl: "Mag-reply ng STOP para itigil ang lahat ng text.",
	hi: "सभी संदेश बंद करने के लिए STOP लिखकर भेजें।",
	ar: "أرسل STOP لإيقاف جميع الرسائل.",
	ht: "Reponn STOP pou sispann tout mesaj.",
};

const scripts: readonly [RegExp, string][] = [
	[/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
	[/\p{Script=Han}/u, "zh"],
	[/\p{Script=Hangul}/u, "ko"],
	[/\p{Script=Cyrillic}/u, "ru"],
	[/\p{Script=Arabic}/u, "ar"],
	[/\p{Script=Devanagari}/u, "hi"],
	[/[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, "vi"],
];

/** Tells how to stop all texts, in the language of the question; `language` is the model's. */
export function stopHint(asked: string, language: string | null): string {
	const script = scripts.find(([letters]) => letters.test(asked))?.[1];
	return hints[script ?? language ?? guessLanguage(asked)] ?? (hints.en as string);
}

export function withStopHint(text: string, asked: string, language: string | null): string {
	const hint = stopHint(asked, language);
	return text.trim() === "" ? hint : `${text.trim()} ${hint}`;
}
