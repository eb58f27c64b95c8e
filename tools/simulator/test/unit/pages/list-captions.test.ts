import { describe, expect, it } from "vitest";
import { describeHeard } from "../../../pages/domain/calls/describe-heard.ts";
import { listCaptions } from "../../../pages/domain/calls/list-captions.ts";

const at = "2026-11-02T10:00:00.000Z";
const heard = (text: string) => ({ at, kind: "heard", text });
const pressed = (key: string) => ({ at, kind: "input", text: `presses ${key}`, key });

describe("listCaptions", () => {
	it("puts keys pressed in a row together, between what was heard", () => {
		const timeline = [
			heard("Press a key."),
			pressed("1"),
			{ at, kind: "verb", text: "<Pause>" },
			pressed("0"),
			heard("[ringing]"),
			pressed("#"),
		];
		expect(listCaptions({ heard: ["Press a key.", "[ringing]"], timeline })).toEqual([
			{ kind: "words", text: "Press a key." },
			{ kind: "sent", text: "1 0" },
			{ kind: "sound", text: "Ringing…" },
			{ kind: "sent", text: "#" },
		]);
	});

	it("quotes what was said, alone and into a recording", () => {
		const timeline = [
			{ at, kind: "input", text: 'says "Are you "open"?"' },
			{ at, kind: "input", text: 'says for 4 s: "Call me back"' },
			{ at, kind: "input", text: "says for 2.5 s" },
		];
		expect(listCaptions({ heard: [], timeline }).map(({ text }) => text)).toEqual([
			'Are you "open"?',
			"“Call me back” · 4 s",
			"Message · 2.5 s",
		]);
	});

	it("names who rings each time, and who answered", () => {
		const ringing = (second: number) => ({ ...heard("[ringing]"), at: `2026-11-02T10:00:0${second}.000Z` });
		const party = (sid: string, name: string, second: number) => ({
			sid,
			name,
			startedAt: `2026-11-02T10:00:0${second}.000Z`,
		});
		const timeline = [
			ringing(1),
			ringing(3),
			{ at, kind: "status", text: "talks with +14155550153", with: "CA4" },
			{ at, kind: "status", text: "talks with +14155550199", with: "CA9" },
			ringing(5),
		];
		const dialled = [party("CA2", "Jane", 1), party("CA3", "Sam", 3), party("CA4", "Ana", 4)];
		const call = { heard: ["[ringing]", "[ringing]", "[ringing]"], timeline };
		expect(listCaptions(call, dialled).map(({ text }) => text)).toEqual([
			"Ringing Jane…",
			"Ringing Sam and Ana…",
			"Ana answered",
			"Ringing…",
		]);
	});

	it("falls back to what was heard when the timeline has been cut", () => {
		expect(listCaptions({ heard: ["One", "Two"], timeline: [heard("Two")] })).toEqual([
			{ kind: "words", text: "One" },
			{ kind: "words", text: "Two" },
		]);
	});
});

describe("describeHeard", () => {
	it.each([
		["[beep]", "sound", "Beep"],
		["[audio: https://example.com/a/welcome.mp3?v=2]", "sound", "Audio · welcome.mp3"],
		["[tones: 12]", "sound", "Tones: 12"],
		["[sic] Hello", "words", "[sic] Hello"],
	])("%s is a caption of %s", (text, kind, shown) => {
		expect(describeHeard(text)).toEqual({ kind, text: shown });
	});

	it("explains an application error", () => {
		expect(describeHeard("[application error]")).toMatchObject({
			kind: "problem",
			text: expect.stringContaining("timeline"),
		});
	});
});
