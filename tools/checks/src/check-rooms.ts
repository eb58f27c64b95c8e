import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** More files than this in one folder are a list that nobody reads. */
const filesPerFolderMax = 20;

const sources = "{dashboard,examples,packages,services,tests,tools}/**/*.{ts,js,mjs,css}";
const isForeign = (name: string) =>
	/^(?:node_modules|dist.*|\.turbo|worker-configuration\.d\.ts)$/.test(name);

interface Habit {
	files: RegExp;
	pattern: RegExp;
	remedy: string;
}

/** What Biome has no rule for. `pattern` is tried on each line. */
const habits: readonly Habit[] = [
	{
		files: /./,
		pattern: /^\s*(?:\/\/|\/?\*+)\s*(?:So (?:many|often|long)|Who|Whom|Whose|Whoever|Whatever)\b/,
		remedy: "a comment says its subject first",
	},
	{
		files: /^(?!tools\/simulator\/|tests\/).*\.ts$/,
		pattern: /\b[a-z]\w*[a-z]Ms\b/,
		remedy: "a unit is written out: Milliseconds",
	},
	{
		files: /^(?:services|packages)\/.*\/src\//,
		pattern: /^let\b/,
		remedy: "a Worker keeps no state in a module: requests of many people share it",
	},
	{
		files: /^services\/.*\/src\//,
		pattern: /\.select\(\s*sql`|INSERT INTO \w+ SELECT/,
		remedy: "rows are inserted by the names of their columns: packages/db, json-rows",
	},
];

/** One sentence for each place where the code is hard to live in: folders that list too much, and habits. */
export function checkRooms(root: string): string[] {
	const names = globSync(sources, { cwd: root, exclude: isForeign }).map((name) =>
		name.replaceAll("\\", "/"),
	);
	return [...findFullFolders(names), ...names.flatMap((name) => findHabits(root, name))];
}

function findFullFolders(names: string[]): string[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count > filesPerFolderMax)
		.map(([folder, count]) => `${folder}: ${count} files in one folder, ${filesPerFolderMax} at most.`);
}

function findHabits(root: string, name: string): string[] {
	const wanted = habits.filter(({ files }) => files.test(name));
	return readFileSync(join(root, name), "utf8")
		.split("\n")
		.flatMap((line, index) =>
			wanted
				.filter(({ pattern }) => pattern.test(line))
				.map(({ remedy }) => `${name}:${index + 1}: ${remedy}.`),
		);
}
