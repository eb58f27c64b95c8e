import { expect, it } from "vitest";
import { joinCsv } from "../../src/api/save-csv.ts";

it("saves the parts of a list as one file with one heading and one byte order mark", () => {
	expect(joinCsv(["\uFEFFnumber\r\n1\r\n", "\uFEFFnumber\r\n2\r\n", "number\r\n3\r\n"])).toBe(
		"\uFEFFnumber\r\n1\r\n2\r\n3\r\n",
	);
	expect(joinCsv(["number\r\n"])).toBe("\uFEFFnumber\r\n");
});
