import { expect, it } from "vitest";
import docs from "../../../../docs/api.md?raw";
import { loadDescription } from "./openapi.ts";

/** `METHOD /api/path`, ids and variables as `{}`. */
function nameOf(method: string, path: string): string {
	return `${method} ${path.replace(/\?.*$/, "").replace(/\{id\}|\$\w+/g, "{}")}`;
}

it("shows every operation of the API with a command, and no others", async () => {
	const blocks = [...docs.matchAll(/<!-- expect (\d+)[^>]*-->\n```sh\n([\s\S]*?)```/g)];
	expect(blocks.length).toBe(docs.match(/```sh/g)?.length);
	const shown = blocks.map(([, , command = ""]) => {
		const [, path = ""] = command.match(/http:\/\/localhost:8787(\/[^\s"]*)/) ?? [];
		const [, method = /\s-d /.test(command) || command.includes("-d '") ? "POST" : "GET"] =
			command.match(/-X (\w+)/) ?? [];
		return nameOf(method, path);
	});
	const { operations } = await loadDescription();
	const declared = operations.map(({ method, path }) => nameOf(method, path));
	expect([...new Set(shown)].sort()).toEqual([...new Set(declared)].sort());
});
