import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Scheme = "light" | "dark";
type Rgba = [red: number, green: number, blue: number, alpha: number];

const css = readFileSync(new URL("../../src/style/tokens.css", import.meta.url), "utf8");
const moreContrast = readFileSync(new URL("../../src/style/preferences.css", import.meta.url), "utf8");
const phonesCss = readFileSync(
	new URL("../../../tools/simulator/pages/style/tokens.css", import.meta.url),
	"utf8",
);

const tokens = readTokens(css);
const contrastTokens = {
	...tokens,
	...readTokens(/prefers-contrast: more\) \{\s*:root \{([^}]*)\}/.exec(moreContrast)?.[1] ?? ""),
};

const textColors = ["text", "text-soft", "accent", "good", "busy", "bad"];
const surfaces = ["window", "surface", "surface-raised"];
/** Surfaces with special text have pairs of their own. */
const pairs: [text: string, surface: string][] = [
	...textColors.flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
	["on-fill", "accent-fill"],
	["on-fill", "bad-fill"],
	["text", "bubble"],
	["text", "selected"],
	["text", "warn-surface"],
	["busy", "warn-surface"],
	["text", "error-surface"],
	["bad", "error-surface"],
];
/** Fills lie between a surface and text. */
const fills = ["fill"];
const schemes: Scheme[] = ["light", "dark"];

const onFills = fills.flatMap((fill) =>
	["text", "text-soft", "accent"].flatMap((text) =>
		surfaces.map((surface): [string, string, string] => [text, surface, fill]),
	),
);

it.each(schemes)("has 4.5:1 between every text and its surface, %s", (scheme) => {
	for (const [text, surface] of pairs) {
		expect(
			ratio(color(tokens, text, scheme), color(tokens, surface, scheme)),
			`${text} on ${surface}`,
		).toBeGreaterThanOrEqual(4.5);
	}
	for (const [text, surface, fill] of onFills) {
		const ground = blend(color(tokens, fill, scheme), color(tokens, surface, scheme));
		expect(
			ratio(color(tokens, text, scheme), ground),
			`${text} on ${fill} on ${surface}`,
		).toBeGreaterThanOrEqual(4.5);
	}
});

it.each(schemes)("has 7:1 for words, and 3:1 for lines, where more contrast is asked for, %s", (scheme) => {
	for (const text of ["text", "text-soft", "accent", "good", "busy", "bad"]) {
		for (const surface of ["window", "surface"]) {
			expect(
				ratio(color(contrastTokens, text, scheme), color(contrastTokens, surface, scheme)),
				`${text} on ${surface}`,
			).toBeGreaterThanOrEqual(7);
		}
	}
	expect(
		ratio(color(contrastTokens, "separator", scheme), color(contrastTokens, "surface", scheme)),
	).toBeGreaterThanOrEqual(3);
});

it.each(schemes)("has 3:1 between the shapes of charts and their surface, %s", (scheme) => {
	for (const name of Object.keys(tokens).filter((name) => name.startsWith("chart-"))) {
		expect(ratio(color(tokens, name, scheme), color(tokens, "surface", scheme)), name).toBeGreaterThanOrEqual(
			3,
		);
	}
});

it("shares the colours that the phones page has by the same names", () => {
	const theirs = readTokens(phonesCss);
	/** White text stands on it, which needs a darker red. */
	const ownValues = new Set(["bad-fill"]);
	for (const [name, value] of Object.entries(tokens)) {
		if (name in theirs && !ownValues.has(name) && /#|rgb/.test(value)) expect(value, name).toBe(theirs[name]);
	}
});

function readTokens(text: string): Record<string, string> {
	const colors = text.matchAll(/--([\w-]+):\s*((?:light-dark|rgb|#)[^;]*);/g);
	return Object.fromEntries(
		Array.from(colors, ([, name = "", value = ""]) => [name, value.replace(/\s+/g, " ")]).reverse(),
	);
}

function color(from: Record<string, string>, name: string, scheme: Scheme): Rgba {
	const value = from[name];
	if (value === undefined) throw new Error(`There is no colour --${name}.`);
	const both = /^light-dark\((.*), ?((?:#|rgb).*)\)$/.exec(value);
	return parse(both ? ((scheme === "light" ? both[1] : both[2]) ?? "") : value);
}

function parse(text: string): Rgba {
	const hex = /^#(..)(..)(..)$/.exec(text.trim());
	if (hex) return [...hex.slice(1, 4).map((pair) => Number.parseInt(pair, 16)), 1] as Rgba;
	const [red = 0, green = 0, blue = 0, alpha = 100] = (text.match(/[\d.]+/g) ?? []).map(Number);
	return [red, green, blue, alpha / 100];
}

function blend([r, g, b, alpha]: Rgba, [r2, g2, b2]: Rgba): Rgba {
	const mix = (over: number, under: number) => over * alpha + under * (1 - alpha);
	return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

/** WCAG 2.2, relative luminance. */
function ratio(first: Rgba, second: Rgba): number {
	const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((one, other) => other - one);
	return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgba): number {
	const linear = (value: number) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
