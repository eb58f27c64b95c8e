import { describe, expect, it } from "vitest";
import { readConsentWords } from "../../src/opt-out/read-consent-words.ts";

const wish = { kind: "opt_in_wish", by: "sentence", isAnsweredByCarrier: false };

const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("the wish to be texted again", () => {
	it.each(
		lines(`START!
		“Start”
		'START'
		ＳＴＡＲＴ
		st4rt
		start please
		S T A R T
		Start.
		*START*
		🇸🇹🇦🇷🇹
		ѕтаrт
		UNSTOP!
		reply START
		please add me back
		sign me up again
		I want texts again
		resubscribe
		Resubscribe me please
		can you put me back on the list?
		I'd like to receive your texts again
		please start texting me again
		text me again please
		opt me back in
		I changed my mind, please send me the texts
		I unsubscribed by mistake
		I didn't mean to stop
		Turn my texts back on
		Add me back to your contact list
		Can I get the texts again?
		quiero volver a recibir mensajes
		suscríbanme de nuevo por favor
		quiero recibir mensajes otra vez
		réabonnez-moi
		je veux recevoir vos messages à nouveau
		bitte wieder anmelden
		ich möchte wieder Nachrichten bekommen
		quero voltar a receber mensagens
		подпишите меня снова
		重新订阅
		다시 구독할게요`),
	)("is heard in %j, whatever the keyword is made of", (body) => {
		expect(readConsentWords(body, "toll_free")).toEqual(wish);
	});

	it.each(
		lines(`what are your hours?
		can you text me when ready
		start the order
		When do you start?
		let me get back to you
		call me back
		add me to the waitlist
		let's start over
		can I come back again?
		put me on the schedule please
		quiero recibir la factura
		text me the address again
		send me the link again
		who signed me up?
		yes
		start now with the repair?`),
	)("is not heard in %j", (body) => {
		expect(readConsentWords(body, "toll_free").kind).toBe("none");
	});

	it.each(["don't sign me up again", "never text me again", "please don't start texting me again"])(
		"is not heard in its opposite: %j",
		(body) => {
			expect(readConsentWords(body, "toll_free").kind).not.toBe("opt_in_wish");
		},
	);
});
