import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const filesPerFolderMax = 20;
/** Biome's noExcessiveLinesPerFile, which does not read style sheets. */
const styleLinesMax = 250;

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
		// In the simulator, names in `Ms` are fields of its control API and of what it has stored.
		files: /^(?!tools\/(?:checks|simulator)\/|tests\/).*\.ts$/,
		pattern: /\b(?!mtimeMs)[a-z]\w*[a-z]Ms\b/,
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
	return [...findFullFolders(names), ...names.flatMap((name) => findFaults(root, name))];
}

function findFullFolders(names: string[]): string[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count > filesPerFolderMax)
		.map(([folder, count]) => `${folder}: ${count} files in one folder, ${filesPerFolderMax} at most.`);
}

function findFaults(root: string, name: string): string[] {
	const lines = readFileSync(join(root, name), "utf8").trimEnd().split("\n");
	const wanted = habits.filter(({ files }) => files.test(name));
	const faults = lines.flatMap((line, index) =>
		wanted
			.filter(({ pattern }) => pattern.test(line))
			.map(({ remedy }) => `${name}:${index + 1}: ${remedy}.`),
	);
	const isLong = name.endsWith(".css") && lines.length > styleLinesMax;
	return isLong ? [`${name}: ${lines.length} lines, ${styleLinesMax} at most.`, ...faults] : faults;
}
