import { expect, it } from "vitest";
import { describeBrowser } from "../../../src/domain/sign-in/describe-browser.ts";

it.each([
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
		"Safari on iPhone",
	],
	[
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
		"Safari on Mac",
	],
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36 Edg/154.0.0.0",
		"Edge on Windows",
	],
	[
		"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Mobile Safari/537.36",
		"Chrome on Android",
	],
	["Mozilla/5.0 (X11; Linux x86_64; rv:156.0) Gecko/20100101 Firefox/156.0", "Firefox on Linux"],
	[
		"Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit FxiOS/155.0 Safari/605.1.15",
		"Firefox on iPad",
	],
	["curl/8.9.1", "curl/8.9.1"],
	[`<script>${"x".repeat(200)}`, `<script>${"x".repeat(72)}`],
	["Firefox/1", "Firefox"],
	["", null],
	[null, null],
])("describes %s", (userAgent, words) => {
	expect(describeBrowser(userAgent)).toBe(words);
});
