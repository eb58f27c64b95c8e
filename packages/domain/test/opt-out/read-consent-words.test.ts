import { describe, expect, it } from "vitest";
import { readConsentWords } from "../../src/opt-out/read-consent-words.ts";

const byUs = (kind: string) => ({ kind, by: "carrier_keyword", isAnsweredByCarrier: false });
const byCarrier = (kind: string) => ({ kind, by: "carrier_keyword", isAnsweredByCarrier: true });
const sentence = { kind: "opt_out", by: "sentence", isAnsweredByCarrier: false };
const none = { kind: "none" };
const wish = { kind: "opt_in_wish", by: "sentence", isAnsweredByCarrier: false };

describe("carriers' keywords", () => {
	const optOuts = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

	it.each(optOuts)("leaves %s to the carrier on a local number", (word) => {
		expect(readConsentWords(word, "local")).toEqual(byCarrier("opt_out"));
		expect(readConsentWords(word.toLowerCase(), "local")).toEqual(byCarrier("opt_out"));
	});

	it("leaves only STOP to the network on a toll-free number; the others are opt-outs that we confirm", () => {
		expect(readConsentWords("Stop", "toll_free")).toEqual(byCarrier("opt_out"));
		for (const word of optOuts.slice(1)) {
			expect(readConsentWords(word, "toll_free"), word).toEqual(byUs("opt_out"));
		}
	});

	it("answers everything itself on a short code", () => {
		for (const word of optOuts) expect(readConsentWords(word, "short_code"), word).toEqual(byUs("opt_out"));
		expect(readConsentWords("START", "short_code")).toEqual(byUs("opt_in"));
		expect(readConsentWords("HELP", "short_code")).toEqual(byUs("help"));
	});

	it("takes START and UNSTOP as an opt-in everywhere, YES on a local number only", () => {
		for (const word of ["START", "unstop"]) {
			expect(readConsentWords(word, "local")).toEqual(byCarrier("opt_in"));
			expect(readConsentWords(word, "toll_free")).toEqual(byCarrier("opt_in"));
		}
		expect(readConsentWords("yes", "local")).toEqual(byCarrier("opt_in"));
		expect(readConsentWords("YES", "toll_free")).toEqual(none);
		expect(readConsentWords("YES", "short_code")).toEqual(none);
	});

	it("leaves HELP and INFO to Twilio on both kinds of number", () => {
		for (const word of ["HELP", "info"]) {
			expect(readConsentWords(word, "local")).toEqual(byCarrier("help"));
			expect(readConsentWords(word, "toll_free")).toEqual(byCarrier("help"));
		}
	});

	it("looks past blanks around the word, but past nothing else", () => {
		expect(readConsentWords(" \n stop\u00a0", "local")).toEqual(byCarrier("opt_out"));
		for (const body of ["STOP.", "STOP please", "stop!!", "opt out", "🛑", "STOP\u0000", "\u200bSTOP"]) {
			expect(readConsentWords(body, "local"), body).toEqual(sentence);
		}
		expect(readConsentWords("START!", "local")).toEqual(wish);
		expect(readConsentWords("HELP me", "toll_free")).toEqual(none);
	});
});

describe("sentences", () => {
	it.each([
		"please stop texting me",
		"opt out",
		"take me off your list",
		"remove me from this list",
		"stop!!",
		"STOP please",
		"no more messages",
		"wrong number, stop",
		"alto",
		"no me envíen más mensajes",
		"arrêtez",
		"basta",
		"🛑",
		"unsubscribe link doesn't work?",
	])("understands %j as an opt-out", (body) => {
		expect(readConsentWords(body, "toll_free")).toEqual(sentence);
	});

	it.each([
		"stop by tomorrow?",
		"don't stop the order",
		"can I cancel my appointment",
		"is there a bus stop",
		"cancel my order",
		"I can't stop laughing",
		"the end",
		"please end the call at 5",
		"",
		"   ",
		"\u0000",
		"?!",
	])("hears nothing in %j", (body) => {
		expect(readConsentWords(body, "toll_free")).toEqual(none);
	});

	it("is not told to stop by our own opt-out line, quoted by a telephone that reacts to it", () => {
		for (const body of [
			"Liked “Sale today. Reply STOP to unsubscribe”",
			"\u200b👍\u200b to “ Stop texting me? Reply STOP ”",
			'Laughed at "Please stop texting me"',
		]) {
			expect(readConsentWords(body, "local"), body).toEqual(none);
		}
	});

	it("forgives a slip of the sender, but not a mistake of ours", () => {
		expect(readConsentWords("I unsubscribed by mistake", "local")).toEqual(wish);
		expect(readConsentWords("You texted me by mistake, please stop", "local")).toEqual(sentence);
	});

	it("hears an opt-out at the end of the longest message", () => {
		const story = `${"We had a lovely time at the lake with the dogs. ".repeat(32)}Please stop texting me`;
		expect(story.length).toBeLessThan(1600);
		expect(readConsentWords(story, "local")).toEqual(sentence);
	});

	it("reads 1,600 characters made to be ambiguous within bounded work", () => {
		for (const phrase of ["the ", "please ", "stop the ", "i dont want to ", "remove my the ", "s t o p "]) {
			const startedAt = Date.now();
			readConsentWords(phrase.repeat(1600 / phrase.length), "local");
			expect(Date.now() - startedAt, phrase).toBeLessThan(500);
		}
	});
});
