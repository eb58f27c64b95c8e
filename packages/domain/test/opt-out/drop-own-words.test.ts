import { describe, expect, it } from "vitest";
import { writeConfirmationText } from "../../src/opt-out/confirmation-text.ts";
import { dropOwnWords, mayQuote } from "../../src/opt-out/drop-own-words.ts";
import { readConsentWords } from "../../src/opt-out/read-consent-words.ts";

const sale = "Acme: Sale today, 20% off. Reply STOP to opt out";
const spanish = "Acme: ¡Rebajas hoy! Responda ALTO para no recibir más mensajes";
const chinese = "阿克梅:今天打折。回复退订可停止接收短信";
const confirmation = writeConfirmationText("Acme Corp");
const own = [sale, spanish, chinese, confirmation, "Hello! How can we help?"];

const kindOf = (body: string) => readConsentWords(dropOwnWords(body, own).words, "toll_free").kind;

describe("reactions of telephones", () => {
	it.each([
		`Liked “${sale}”`,
		`Le gustó «${sale}»`,
		`Le gustó “${spanish}”`,
		`Понравилось «${sale}»`,
		`Не понравилось «${sale}»`,
		`Выделено «${sale}»`,
		`A aimé « ${sale} »`,
		`A supprimé un cœur de « ${sale} »`,
		`„${sale}“ gefällt mir`,
		`Hat ein Lachen von „${sale}“ entfernt`,
		`赞了“${chinese}”`,
		`「${sale}」に"いいね"しました`,
		`“${sale}”을(를) 좋아함`,
		`Gostou de “${sale}”`,
		`Ha messo Mi piace a "${sale}"`,
		`أعجبني «${sale}»`,
		`“${sale}” öğesini beğendi`,
		`Đã thích “${sale}”`,
		`👍 to “ ${sale} ”`,
		`\u200a\u200b❤️\u200b to “\u200a${sale}\u200a”\u200a\u200b`,
		`Reacted 😂 to “${sale}”`,
		`Reacted 😂 to ${sale}`,
		`Loved "${sale.slice(0, 30)}…"`,
		`Le encantó «${sale.slice(0, 27)}...»`,
		`Removed a like from “${sale}”`,
		`Eliminó un «Me gusta» de «${sale}»`,
		`Liked “${confirmation}”`,
		`Понравилось «${confirmation}»`,
		`Le gustó «Hello! How can we help?»`,
	])("%j says nothing about consent and wants no answer", (body) => {
		expect(mayQuote(body)).toBe(true);
		expect(dropOwnWords(body, own)).toMatchObject({ isQuoting: true, isReaction: true });
		expect(kindOf(body)).toBe("none");
	});
});

describe("quotations", () => {
	it.each([
		[`> ${sale}\n\nWhat are your hours?`, "none"],
		[`> Acme: Sale today, 20% off.\n> Reply STOP to opt out\n\nSounds great, I'll come by`, "none"],
		[`On Mon, Nov 23, Acme wrote:\n> ${sale}\nis it still on?`, "none"],
		[`"${sale}" is this real?`, "none"],
		[`> Reply STOP to opt out\n\nstop`, "opt_out"],
		[`> ${sale}\n\nplease stop texting me`, "opt_out"],
		[`stop\n> ${sale}`, "opt_out"],
		[`“${sale}” STOP`, "opt_out"],
		[`«${spanish}» no me escriban más`, "opt_out"],
		[`${sale}\n\nSTOP`, "opt_out"],
		[`"Reply STOP to opt out" ok, unsubscribe me`, "opt_out"],
	])("%j: the sender's own words are read alone", (body, kind) => {
		const { isQuoting, isReaction } = dropOwnWords(body, own);
		expect(isQuoting).toBe(true);
		if (kind === "none") expect(isReaction).toBe(false);
		expect(kindOf(body)).toBe(kind);
	});

	it.each([
		'"STOP"',
		"“Stop”",
		"«alto»",
		'"unsubscribe"',
		"'stop'",
		"“please stop texting me”",
		"STOP",
		"> STOP",
	])("%j quotes nothing of ours", (body) => {
		expect(dropOwnWords(body, own)).toEqual({ words: body, isQuoting: false, isReaction: false });
		expect(kindOf(body)).toBe("opt_out");
	});

	it("takes the sender's own words for nobody's quotation", () => {
		for (const body of [
			"I want to opt out",
			"reply stop to opt out? ok: stop",
			"Liked the sale, thank you",
			"no más mensajes",
		]) {
			expect(dropOwnWords(body, own).isQuoting, body).toBe(false);
		}
	});

	it("reads the longest text against the longest of ours within bounded work", () => {
		const long = "stop the ".repeat(180);
		const startedAt = Date.now();
		dropOwnWords(
			`“${long}…`,
			Array.from({ length: 10 }, () => long),
		);
		expect(Date.now() - startedAt).toBeLessThan(1000);
	});
});
