import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

interface Chunk {
	file: string;
	name?: string;
	isEntry?: boolean;
	isDynamicEntry?: boolean;
	imports?: string[];
	css?: string[];
}

const folder = join(import.meta.dirname, "..", "..", "..", "dashboard", "dist");
const manifest: Record<string, Chunk> = JSON.parse(
	readFileSync(join(folder, ".vite", "manifest.json"), "utf8"),
);
const scripts = readdirSync(join(folder, "assets")).filter((file) => file.endsWith(".js"));

const kilobyte = 1000;
/** Maximum gzipped bytes of the entry and its static imports. */
const firstLoad = { script: 30 * kilobyte, style: 10 * kilobyte };
const screen = { script: 15 * kilobyte, style: 5 * kilobyte };

it("sends 30 KB of script and 10 KB of style at most before the first page", () => {
	const { script, style } = weigh(["index.html"]);
	console.log(`first load: ${script} bytes of script, ${style} of style`);
	expect(script).toBeLessThanOrEqual(firstLoad.script);
	expect(style).toBeLessThanOrEqual(firstLoad.style);
});

it("sends no more than that with the pages that are opened first", () => {
	for (const name of ["overview", "calls", "voicemail", "analytics"]) {
		const { script, style } = weigh(["index.html", `src/screens/${name}/screen.ts`]);
		expect(script, name).toBeLessThanOrEqual(firstLoad.script);
		expect(style, name).toBeLessThanOrEqual(firstLoad.style);
	}
});

it("adds little with each screen", () => {
	const first = weigh(["index.html"]);
	const screens = Object.keys(manifest).filter((key) => /^src\/screens\/[^/]+\/screen\.ts$/.test(key));
	expect(screens.length).toBeGreaterThan(8);
	for (const key of screens) {
		const both = weigh(["index.html", key]);
		expect(both.script - first.script, key).toBeLessThanOrEqual(screen.script);
		expect(both.style - first.style, key).toBeLessThanOrEqual(screen.style);
	}
});

it("brings along neither zod nor the tables of telephone numbers", () => {
	for (const file of scripts) {
		const code = readFileSync(join(folder, "assets", file), "utf8");
		expect(/_zod|ZodError|invalid_union/.test(code), `${file} holds zod`).toBe(false);
		expect(
			/INVALID_COUNTRY|nationalPrefixForParsing|country_calling_codes/.test(code),
			`${file} holds libphonenumber`,
		).toBe(false);
	}
});

/** Links may lead to the carrier's console. Nothing is loaded from there. */
const linked = "https://console.twilio.com";

it("sets no HTML from text and names no other host", () => {
	for (const file of scripts) {
		const code = readFileSync(join(folder, "assets", file), "utf8");
		expect(code, file).not.toMatch(/unsafeHTML|\beval\(|new Function\(/);
		const hosts = (code.match(/https?:\/\/[\w.-]+/g) ?? []).filter(
			(host) => !host.endsWith("www.w3.org") && host !== linked,
		);
		expect(hosts, file).toEqual([]);
	}
});

function weigh(keys: string[]): { script: number; style: number } {
	const files = new Set<string>();
	const visit = (key: string) => {
		const chunk = manifest[key];
		if (!chunk || files.has(chunk.file)) return;
		files.add(chunk.file);
		for (const style of chunk.css ?? []) files.add(style);
		for (const imported of chunk.imports ?? []) visit(imported);
	};
	for (const key of keys) visit(key);
	const sum = (ending: string) =>
		[...files]
			.filter((file) => file.endsWith(ending))
			.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
	return { script: sum(".js"), style: sum(".css") };
}
