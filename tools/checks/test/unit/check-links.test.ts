import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkLinks } from "../../src/check-links.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-links-"));
	writeFileSync(join(folder, "other.md"), "# What a month costs\n\n```\n# no heading\n```\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(markdown: string): string[] {
	writeFileSync(join(folder, "page.md"), markdown);
	return checkLinks(folder);
}

it("lets links pass to files, headings, other sites, and what stands in code", () => {
	const links = "[a](other.md) [b](other.md#what-a-month-costs) [c](#here) [d](https://acme.co/x#y)";
	expect(check(`# Here\n${links}\n\`\`\`\n[e](nowhere.md)\n\`\`\`\n`)).toEqual([]);
});

it.each(["nowhere.md", "other.md#no-heading", "#there", "pictures/nothing.jpg"])(
	"names the link %s that leads nowhere",
	(link) => {
		expect(check(`# Here\n![a](${link})\n`)).toEqual([`page.md: the link ${link} leads nowhere.`]);
	},
);
