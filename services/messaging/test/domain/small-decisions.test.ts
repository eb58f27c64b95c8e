import { messageStatuses } from "@cloudpbx/contracts/texts/messages";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { describe, expect, it } from "vitest";
import { type AnswerState, mayAnswer } from "../../src/assistant/may-answer.ts";
import { readConsent } from "../../src/consent/read-consent.ts";
import { isFinal, statusesBelow } from "../../src/delivery/message-status.ts";
import { keptTypeOf } from "../../src/media/kept-media.ts";
import { matchPlainly } from "../../src/search/match-search.ts";
import { readSearch } from "../../src/search/read-search.ts";
import { readAddress } from "../../src/texts/read-address.ts";

describe("a message's status", () => {
	it("only ever moves up", () => {
		expect(statusesBelow("queued")).toEqual(["pending"]);
		expect(statusesBelow("delivered")).toEqual(["pending", "queued", "sending", "sent"]);
		expect(statusesBelow("failed")).toEqual(["pending", "queued", "sending", "sent"]);
		expect(statusesBelow("read")).toEqual(["pending", "queued", "sending", "sent", "delivered"]);
		for (const status of messageStatuses.filter(isFinal)) expect(statusesBelow("sent")).not.toContain(status);
	});
});

describe("whether the assistant may answer", () => {
	const now = new Date("2026-11-20T18:00:00Z");
	const state: AnswerState = {
		mode: "assistant",
		inboundSequence: 3,
		answeredSequence: 2,
		isOptedOut: false,
		isAssistantOn: true,
		isInDanger: false,
		talk: [],
	};
	const same = (count: number, minutesAgo = 1) =>
		Array.from({ length: count }, () => ({
			by: "contact" as const,
			text: "Hello there",
			at: now.getTime() - minutesAgo * 60_000,
		}));

	it.each<[string, Partial<AnswerState>, string]>([
		["the newest text of its own conversation", {}, "answer"],
		["a text that has a newer one behind it", { inboundSequence: 4 }, "aside"],
		["a text that was answered", { answeredSequence: 3 }, "answered"],
		["a person's conversation", { mode: "human" }, "not_ours"],
		["one that waits for people", { mode: "waiting" }, "not_ours"],
		["somebody who is out", { isOptedOut: true }, "opted_out"],
		["somebody in danger although it is switched off", { isInDanger: true, isAssistantOn: false }, "answer"],
		["somebody in danger who is out, without a text", { isInDanger: true, isOptedOut: true }, "wait"],
		["anybody while it is switched off", { isAssistantOn: false }, "wait"],
		["the same words a third time", { talk: same(3) }, "answer"],
		["the same words a fourth time", { talk: same(4) }, "wait"],
		["the same words of another day", { talk: same(9, 90) }, "answer"],
	])("%s", (_name, more, verdict) => {
		expect(mayAnswer({ ...state, ...more }, 3, now).kind).toBe(verdict);
	});
});

describe("what a text does to consent", () => {
	const ours = ["Acme: Sale today. Reply STOP to opt out"];

	it.each([
		["STOP", "+18005550100", "opt_out", true, null],
		["please stop texting me", "+18005550100", "opt_out", true, "confirmation"],
		["START", "+18005550100", "opt_in", true, null],
		["When do you open?", "+18005550100", "none", false, null],
		["STOP", "72345", "opt_out", true, "confirmation"],
		["HELP", "72345", "none", true, "help"],
		["START!", "+18005550100", "none", false, "how_to_opt_in"],
		["please add me back", "+18005550100", "none", false, "how_to_opt_in"],
		["Le gustó «Acme: Sale today. Reply STOP to opt out»", "+18005550100", "none", true, null],
		["Liked an image", "+18005550100", "none", true, null],
		["> Acme: Sale today. Reply STOP to opt out\n\nstop", "+18005550100", "opt_out", true, "confirmation"],
	])("%s to %s: %s", (body, to, effect, isSilent, reply) => {
		expect(readConsent({ parts: [body], to, carrierConsent: null }, ours)).toMatchObject({
			effect,
			isSilent,
			reply,
		});
	});

	it("is read from each body of a text that has several", () => {
		const read = (...parts: string[]) => readConsent({ parts, to: "+18005550100", carrierConsent: null }, []);
		expect(read("Hello", "STOP")).toMatchObject({ effect: "opt_out" });
		expect(read("STOP", "Hello")).toMatchObject({ effect: "opt_out" });
		expect(read("START", "STOP")).toMatchObject({ effect: "opt_out" });
		expect(read("START", "Hello")).toMatchObject({ effect: "none", isSilent: false });
		expect(read("Hello", "Are you open?")).toMatchObject({ effect: "none", isSilent: false });
	});

	it("is what the carrier says it has done, without a second reply", () => {
		expect(
			readConsent({ parts: ["arrêtez"], to: "+18005550100", carrierConsent: "opt_out" }, []),
		).toMatchObject({
			effect: "opt_out",
			reply: null,
		});
		expect(readConsent({ parts: ["?"], to: "+18005550100", carrierConsent: "help" }, [])).toMatchObject({
			effect: "none",
			isSilent: true,
			reply: null,
		});
	});
});

describe("a search", () => {
	it.each([
		["espresso mach", '"espresso" AND "mach"*'],
		["espresso machine ", '"espresso" AND "machine"'],
		["a", '"a"'],
		["ma", '"ma"*'],
		['"x" OR y*', '"x" AND "OR" AND "y"'],
		["café", '"café"*'],
		["***", null],
		[
			"one two three four five six seven eight nine",
			'"one" AND "two" AND "three" AND "four" AND "five" AND "six" AND "seven" AND "eight"*',
		],
	])("for %s is written %s", (query, expression) => {
		const search = readSearch(query);
		expect(search && matchPlainly(search)).toBe(expression);
	});
});

describe("an address", () => {
	it.each([
		["+14155550199", "+14155550199"],
		[" 14155550199", "+14155550199"],
		["(415) 555-0199", "+14155550199"],
		["72345", "72345"],
		["ACME", "ACME"],
	])("%s is read as %s", (typed, read) => {
		expect(readAddress(typed)).toBe(read);
	});
});

describe("a cursor", () => {
	it("comes back as it was, for its own list only", () => {
		const cursor = encodeCursor([1_795_352_404_581, "conv_é".slice(0, 5)]);
		expect(decodeCursor(cursor, "number", "string")).toEqual([1_795_352_404_581, "conv_"]);
		expect(decodeCursor(cursor, "number")).toBeNull();
		expect(decodeCursor("%%%", "number")).toBeNull();
	});
});

describe("files", () => {
	it.each([
		["image/jpeg", "image/jpeg"],
		["image/jpg", "image/jpeg"],
		["IMAGE/JPG; name=photo.jpg", "image/jpeg"],
		["image/pjpeg", "image/jpeg"],
		["image/png", "image/png"],
		["image/x-png", "image/png"],
		["image/gif", "image/gif"],
		["image/heic", "image/heic"],
		["image/webp", "image/webp"],
		["text/vcard", "text/vcard"],
		["text/x-vCard; charset=utf-8", "text/vcard"],
		["text/directory; profile=vCard", "text/vcard"],
		["text/directory", "text/vcard"],
		["application/vcard", "text/vcard"],
		["text/calendar", "text/calendar"],
		["text/x-vcalendar", "text/calendar"],
		["text/csv", "text/csv"],
		["text/plain;charset=UTF-8", "text/plain"],
		["text/rtf", "text/rtf"],
		["application/pdf", "application/pdf"],
		["application/vnd.apple.pkpass", "application/vnd.apple.pkpass"],
		["audio/amr", "audio/amr"],
		["audio/AMR-NB", "audio/amr-nb"],
		["audio/L24", "audio/l24"],
		["audio/3gpp", "audio/3gpp"],
		["application/ogg", "audio/ogg"],
		["video/3gpp", "video/3gpp"],
		["video/3gpp2", "video/3gpp2"],
		["video/quicktime", "video/quicktime"],
		["video/mp4", "video/mp4"],
		["image/svg+xml", null],
		["text/html", null],
		["text/html; charset=utf-8", null],
		["text/xml", null],
		["application/xhtml+xml", null],
		["application/javascript", null],
		["text/javascript", null],
		["application/smil", null],
		["application/zip", null],
		["application/x-msdownload", null],
		["multipart/related", null],
		["", null],
	])("of type %s are kept as %s", (fetched, kept) => {
		expect(keptTypeOf(fetched, "")).toBe(kept);
	});

	it.each([
		["application/octet-stream", "text/x-vcard", "text/vcard"],
		["binary/octet-stream", "image/jpg", "image/jpeg"],
		["", "IMAGE/PNG", "image/png"],
		["application/octet-stream", "text/html", null],
		["application/octet-stream", "", null],
		// What the file is served as counts when it says anything.
		["text/html", "image/jpeg", null],
		["image/png", "text/x-vcard", "image/png"],
	])("served as %j and announced as %j are kept as %j", (fetched, announced, kept) => {
		expect(keptTypeOf(fetched, announced)).toBe(kept);
	});
});
