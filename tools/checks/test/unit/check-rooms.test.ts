import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkRooms } from "../../src/check-rooms.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-rooms-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), text);
}

it("lets twenty files of a folder pass and names the folder with one more", () => {
	for (let index = 0; index < 20; index++) write(`services/voice/src/ringing/file-${index}.ts`, "");
	write("services/voice/src/ringing/dist/built.js", "");
	expect(checkRooms(folder)).toEqual([]);
	write("services/voice/src/ringing/one-more.css", "");
	expect(checkRooms(folder)).toEqual(["services/voice/src/ringing: 21 files in one folder, 20 at most."]);
});

it("names a style sheet of more than 250 lines", () => {
	write("dashboard/src/style/a.css", ":root {}\n".repeat(250));
	expect(checkRooms(folder)).toEqual([]);
	write("dashboard/src/style/a.css", ":root {}\n".repeat(251));
	expect(checkRooms(folder)).toEqual(["dashboard/src/style/a.css: 251 lines, 250 at most."]);
});

it.each([
	["packages/db/src/a.ts", "/** Whose number it is. */", "a comment says its subject first"],
	["packages/db/src/a.ts", "\t * So many rows at once.", "a comment says its subject first"],
	["dashboard/src/style/a.css", "/* Whatever comes first. */", "a comment says its subject first"],
	["services/voice/src/a.ts", "const waitMs = 5;", "a unit is written out"],
	["services/voice/src/a.ts", "let last = 0;", "keeps no state in a module"],
	["services/admin/src/a.ts", "db.insert(users).select(sql`SELECT 1, 2`)", "by the names of their columns"],
])("names the habit in %s: %s", (name, line, remedy) => {
	write(name, `const first = 1;\n${line}\n`);
	expect(checkRooms(folder)).toEqual([expect.stringMatching(`^${name}:2: .*${remedy}`)]);
});

it.each([
	["packages/db/src/a.ts", "// The person who answered. So many rows are not read."],
	["packages/db/src/a.ts", "\tlet inside = 0;"],
	["tools/simulator/src/a.ts", "const delayMs = 5;"],
	["tools/deploy/src/a.ts", "const at = statSync(name).mtimeMs;"],
	["dashboard/src/a.ts", "let open = false;"],
	["services/admin/src/a.ts", "db.insert(users).select(selectRows(users, rows))"],
])("lets %s pass: %s", (name, line) => {
	write(name, `${line}\n`);
	expect(checkRooms(folder)).toEqual([]);
});
