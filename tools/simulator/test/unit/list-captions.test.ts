import { describe, expect, it } from "vitest";
import { describeHeard } from "../../pages/domain/describe-heard.ts";
import { listCaptions } from "../../pages/domain/list-captions.ts";

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
