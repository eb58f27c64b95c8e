import { expect, it } from "vitest";
import { cleanTextBody } from "../src/clean-text-body.ts";

it.each([
	["a\r\nb\rc\nd", "a\nb\nc\nd"],
	["a\u0000b\u0007c\u009fd", "abcd"],
	["tab\tstays, ☎️ too", "tab\tstays, ☎️ too"],
	["half \ud83d an emoji", "half \ufffd an emoji"],
])("keeps the words of %j", (text, clean) => {
	expect(cleanTextBody(text)).toBe(clean);
});
