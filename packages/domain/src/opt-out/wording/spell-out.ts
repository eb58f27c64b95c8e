/** Lookalikes: Cyrillic and Greek letters, small capitals, digits and signs. */
const lookalikes: ReadonlyMap<string, string> = new Map(
	Object.entries({
		a: "аαᴀ4@",
		b: "вʙ8",
		c: "сᴄ",
		d: "ᴅ",
		e: "еεᴇ3",
		i: "іιɪ1!",
		l: "ʟ",
		m: "мᴍ",
		n: "ηɴ",
		o: "оοᴏ0",
		p: "рρᴘ",
		r: "ʀг",
		s: "ѕꜱ5$",
		t: "тτᴛ7",
		u: "υᴜ",
		y: "уʏ",
	}).flatMap(([letter, signs]) => Array.from(signs, (sign): [string, string] => [sign, letter])),
);

/** Alphabets that Unicode does not decompose: regional indicators, letters in black circles and squares. */
const alphabets = [0x1f1e6, 0x1f150, 0x1f170];

/** Returns the letters that a text shows as lower-case words: "ＳＴＡＲＴ", "st4rt". For keywords only. */
export function spellOut(text: string): string[] {
	const letters = Array.from(text.normalize("NFKD").toLowerCase(), spellSign).join("");
	return letters
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.split(" ")
		.filter(Boolean);
}

function spellSign(sign: string): string {
	if (/[\p{M}\p{Cf}'’]/u.test(sign)) return "";
	const code = sign.codePointAt(0) ?? 0;
	const start = alphabets.find((first) => code >= first && code < first + 26);
	if (start !== undefined) return String.fromCharCode(97 + code - start);
	return lookalikes.get(sign) ?? sign;
}
