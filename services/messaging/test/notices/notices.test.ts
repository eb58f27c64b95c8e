import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { describe, expect, it } from "vitest";
import { bundleNotices, type DueNotice, singlesMax } from "../../src/notices/bundle-notices.ts";
import { endOfNight } from "../../src/notices/end-of-night.ts";
import { listReaders, type NoticePerson, type Occasion } from "../../src/notices/list-readers.ts";
import type { NoticeContent } from "../../src/notices/notice-content.ts";
import { planDue } from "../../src/notices/plan-due.ts";
import { writeEmail } from "../../src/notices/write-email.ts";
import { writeText } from "../../src/notices/write-text.ts";

const noon = new Date("2026-11-20T20:00:00Z");
const minute = 60_000;

const nothingChosen = Object.fromEntries(noticeKinds.map((kind) => [kind, null])) as NoticePerson["choices"];
const person = (id: string, more: Partial<NoticePerson> = {}): NoticePerson => ({
	id,
	role: "agent",
	email: `${id}@acme.example`,
	extensionId: `ext_${id}`,
	phone: null,
	phones: [],
	choices: nothingChosen,
	atNight: false,
	...more,
});
const choose = (choices: Partial<NoticePerson["choices"]>) => ({ choices: { ...nothingChosen, ...choices } });

describe("who is told", () => {
	const jane = person("jane", { phone: "+14155550151", phones: ["+14155550151", "+14155550161"] });
	const sam = person("sam", choose({ missedCall: "text" }));
	const ana = person("ana", choose({ missedCall: "none" }));
	const owner = person("owner", { role: "owner", extensionId: null });
	const boss = person("boss", { role: "owner", ...choose({ missedCall: "email" }) });
	const everybody = [jane, sam, ana, owner, boss];
	const told = (occasion: Partial<Occasion>, people = everybody, isEmailOn = true) =>
		listReaders({ kind: "missedCall", behind: [], from: "+14155550199", ...occasion }, people, isEmailOn).map(
			({ id }) => id,
		);

	it.each<[string, Partial<Occasion>, string[]]>([
		["the person who was called", { behind: ["ext_jane"] }, ["jane"]],
		["a group's members who want it", { behind: ["ext_jane", "ext_sam", "ext_ana"] }, ["jane", "sam"]],
		["nobody where the person called wants nothing", { behind: ["ext_ana"] }, []],
		["owners who chose it, of a call on the main line", {}, ["boss"]],
		["owners who chose it, of an extension without a sign-in", { behind: ["ext_gone"] }, ["boss"]],
		["nobody of a call from their own second telephone", { behind: ["ext_jane"], from: "+14155550161" }, []],
		["the person of a caller without a number", { behind: ["ext_jane"], from: null }, ["jane"]],
		["an owner of a number in trouble", { kind: "numberTrouble", from: null }, ["owner", "boss"]],
		["nobody of a finished campaign who has not chosen it", { kind: "campaignFinished", from: null }, []],
	])("is %s", (_who, occasion, expected) => {
		expect(told(occasion)).toEqual(expected);
	});

	it("is only who chose a text while there is no e-mail", () => {
		expect(told({ behind: ["ext_jane", "ext_sam", "ext_ana"] }, everybody, false)).toEqual(["sam"]);
		expect(told({ kind: "numberTrouble" }, everybody, false)).toEqual([]);
	});

	it("is no agent of what an agent may not see, whatever was chosen", () => {
		const eager = person("eager", choose({ campaignStopped: "email", conversationWaiting: "email" }));
		expect(told({ kind: "campaignStopped", from: null }, [eager])).toEqual([]);
		expect(told({ kind: "conversationWaiting" }, [eager])).toEqual(["eager"]);
	});
});

describe("when", () => {
	it("gives a late recording ten seconds, and a transcript two minutes", () => {
		expect(planDue("missedCall", noon, false).getTime() - noon.getTime()).toBe(10_000);
		expect(planDue("voicemail", noon, true).getTime() - noon.getTime()).toBe(120_000);
		expect(planDue("voicemail", noon, false)).toEqual(noon);
		expect(planDue("conversationWaiting", noon, true)).toEqual(noon);
	});

	it.each([
		["2026-11-20T20:59:59", null],
		["2026-11-20T21:00:00", "2026-11-21T08:00:00"],
		["2026-11-21T00:00:00", "2026-11-21T08:00:00"],
		["2026-11-21T07:59:59", "2026-11-21T08:00:00"],
		["2026-11-21T08:00:00", null],
		["2026-12-31T23:30:00", "2027-01-01T08:00:00"],
	])("at %s by the company's clocks waits until %s", (at, morning) => {
		const pacific = (local: string) => new Date(`${local}-08:00`);
		expect(endOfNight(pacific(at), "America/Los_Angeles")).toEqual(morning && pacific(morning));
	});

	it("ends the night in which the clocks change at eight by the new time", () => {
		expect(endOfNight(new Date("2026-11-01T06:00:00Z"), "America/Los_Angeles")).toEqual(
			new Date("2026-11-01T16:00:00Z"),
		);
		expect(endOfNight(new Date("2026-03-08T06:00:00Z"), "America/Los_Angeles")).toEqual(
			new Date("2026-03-08T15:00:00Z"),
		);
	});
});

describe("what is told together", () => {
	let count = 0;
	const due = (more: Partial<DueNotice> = {}): DueNotice => ({
		id: `ntc_${++count}`,
		kind: "missedCall",
		way: "text",
		happenedAt: new Date(noon.getTime() + count),
		isHeld: false,
		...more,
	});
	const bundle = (notices: DueNotice[], minutesAgo: number[] = []) => {
		const before = minutesAgo.map((ago) => ({
			kind: "missedCall" as const,
			at: new Date(noon.getTime() - ago * minute),
		}));
		const { bundles, later } = bundleNotices(notices, before, 600, noon);
		return {
			sizes: bundles.map(({ length }) => length),
			later: later.map(({ dueAt }) => (dueAt.getTime() - noon.getTime()) / minute),
		};
	};

	it("is nothing up to three of a kind in ten minutes; the fourth waits until they are over", () => {
		expect(singlesMax).toBe(3);
		expect(bundle([due(), due(), due()])).toEqual({ sizes: [1, 1, 1], later: [] });
		expect(bundle([due()], [9, 5, 1])).toEqual({ sizes: [], later: [1] });
		expect(bundle([due(), due(), due(), due(), due()])).toEqual({ sizes: [1, 1, 1], later: [10, 10] });
		expect(bundle([due(), due()], [4, 2])).toEqual({ sizes: [1], later: [6] });
	});

	it("counts each kind by itself", () => {
		expect(bundle([due({ kind: "voicemail" })], [3, 2, 1])).toEqual({ sizes: [1], later: [] });
	});

	it("is everything that was kept back, one summary a way", () => {
		const held = [1, 2, 3, 4, 5].map(() => due({ isHeld: true }));
		expect(bundle([...held, due({ isHeld: true, kind: "voicemail" })], [1, 1, 1]).sizes).toEqual([6]);
		expect(bundle([...held, due({ isHeld: true, way: "email" })]).sizes).toEqual([5, 1]);
	});
});

describe("the words", () => {
	const frame = {
		companyName: "Acme Corp",
		dashboardUrl: "https://pbx.acme.example",
		timeZone: "America/Los_Angeles",
	};
	const missed: NoticeContent = {
		kind: "missedCall",
		happenedAt: new Date("2026-11-20T23:12:00Z"),
		from: "+14155550199",
		name: "Ana Smith",
		subject: "Sales",
		words: null,
		durationSeconds: null,
		path: "/calls/call_0123456789abcdef0123456789abcdef",
	};
	const voicemail: NoticeContent = {
		...missed,
		kind: "voicemail",
		words: "Please call me back.",
		durationSeconds: 42,
		path: "/voicemail/vm_1",
	};

	it("name who called, whom and when, and lead to the call", () => {
		expect(writeText([missed], frame)).toBe(
			"Missed call from Ana Smith (415) 555-0199 for Sales at 3:12 PM. https://pbx.acme.example/calls/call_0123456789abcdef0123456789abcdef",
		);
		expect(writeText([{ ...missed, name: null, subject: null }], frame)).toContain(
			"Missed call from (415) 555-0199 at 3:12 PM.",
		);
		expect(writeText([{ ...missed, from: null, name: null }], frame)).toContain("from a withheld number for");
	});

	it("hold what a voicemail says", () => {
		expect(writeText([voicemail], frame)).toBe(
			'Voicemail from Ana Smith (415) 555-0199 for Sales at 3:12 PM, 42 s. "Please call me back." https://pbx.acme.example/voicemail/vm_1',
		);
		expect(writeText([{ ...voicemail, words: null }], frame)).not.toContain('"');
	});

	it("sum up many", () => {
		const many = Array.from({ length: 12 }, (_, index) => ({
			...missed,
			happenedAt: new Date(Date.parse("2026-11-20T18:05:00Z") + index * minute),
		}));
		expect(writeText(many, frame)).toBe(
			"12 missed calls since 10:05 AM, the last from Ana Smith (415) 555-0199. https://pbx.acme.example/calls",
		);
		expect(writeText([...many, voicemail], frame)).toContain("12 missed calls, 1 voicemail since 10:05 AM");
		expect(writeText([...many, voicemail], frame)).toMatch(/ https:\/\/pbx\.acme\.example\/$/);
		expect(writeEmail(many, frame).subject).toBe("12 missed calls since 10:05 AM");
	});

	it.each([
		["a long transcript", { words: "word ".repeat(400) }],
		["a transcript outside of GSM-7", { words: "こんにちは".repeat(100) }],
		["names without end", { name: "A".repeat(500), subject: "B".repeat(500) }],
		["emoji", { name: "👩‍👩‍👧".repeat(30), words: "👍🏽".repeat(100) }],
	])("cost two segments at most with %s", (_what, more) => {
		const text = writeText([{ ...voicemail, ...more }], frame);
		expect(countSegments(text).segments).toBeLessThanOrEqual(2);
		expect(text).toMatch(/ https:\/\/pbx\.acme\.example\/voicemail\/vm_1$/);
	});

	it("let nobody's name write a header or a tag", () => {
		const name = 'Eve\r\nBcc: all@acme.example\n\n<script>alert("1")</script>';
		const { subject, html, text, headers } = writeEmail([{ ...voicemail, name, words: "<b>&\r\n.</b>" }], {
			...frame,
			companyName: "A\nB <i>",
		});
		expect(subject).not.toMatch(/[\r\n]/);
		expect(subject).toMatch(/^Voicemail from Eve Bcc: all@acme/);
		expect(html).not.toContain("<script");
		expect(html).toContain("&lt;b&gt;&amp; .&lt;/b&gt;");
		expect(html).toContain("A B &lt;i&gt;");
		expect(text).toContain('"<b>& .</b>"');
		expect(Object.values(headers).join()).not.toMatch(/[\r\n]/);
		expect(headers["List-Unsubscribe"]).toBe("<https://pbx.acme.example/settings/notices>");
	});

	it("tell fifty one by one in an e-mail, and how many more there are", () => {
		const { text } = writeEmail(
			Array.from({ length: 53 }, () => missed),
			frame,
		);
		expect(text.match(/Missed call from/g)).toHaveLength(50);
		expect(text).toContain("And 3 more: https://pbx.acme.example/calls");
	});
});
