import { expect, it } from "vitest";
import docs from "../../../../../docs/api.md?raw";
import { loadDescription, type Operation } from "../openapi.ts";

it("shows every operation of the API with a command, and no others", async () => {
	const { operations } = await loadDescription();
	const blocks = [...docs.matchAll(/<!-- expect (\d+)[^>]*-->\n```sh\n([\s\S]*?)```/g)];
	expect(blocks.length).toBe(docs.match(/```sh/g)?.length);
	const shown = blocks.map(([, , command = ""]) => {
		const [, path = ""] = command.match(/http:\/\/localhost:8787([^\s"?]*)/) ?? [];
		const [, method = /\s-d /.test(command) || command.includes("-d '") ? "POST" : "GET"] =
			command.match(/-X (\w+)/) ?? [];
		return nameOf(method, path, operations);
	});
	const declared = operations.map(({ method, path }) => `${method} ${path}`);
	expect([...new Set(shown)].sort()).toEqual([...new Set(declared)].sort());
});

/** The operation that such a request reaches; the request itself when there is none. */
function nameOf(method: string, shownPath: string, operations: Operation[]): string {
	const sameMethod = operations.filter((operation) => operation.method === method);
	const reached =
		sameMethod.find(({ path }) => path === shownPath) ??
		sameMethod.find(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(shownPath));
	return `${method} ${reached?.path ?? shownPath}`;
}
