import { expect, it } from "vitest";
import { isFromElsewhere } from "../../../src/domain/sign-in/is-from-elsewhere.ts";

const ownOrigin = "http://localhost:8787";

it("trusts what a browser says of where a change comes from, and programs that say nothing", () => {
	const cases: [string, string | undefined, string | undefined, boolean][] = [
		["POST", ownOrigin, "same-origin", false],
		["POST", undefined, undefined, false],
		["POST", undefined, "none", false],
		["GET", "https://evil.example", "cross-site", false],
		["POST", "https://evil.example", undefined, true],
		["POST", "http://localhost:5173", undefined, true],
		["POST", "https://localhost:8787", undefined, true],
		["POST", "null", undefined, true],
		["POST", undefined, "cross-site", true],
		["DELETE", undefined, "same-site", true],
	];
	for (const [method, origin, fetchSite, isElsewhere] of cases) {
		expect(
			isFromElsewhere({ method, ownOrigin, origin, fetchSite }),
			`${method} ${origin} ${fetchSite}`,
		).toBe(isElsewhere);
	}
});
