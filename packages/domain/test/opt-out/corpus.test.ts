import { describe, expect, it } from "vitest";
import { readConsentWords } from "../../src/opt-out/read-consent-words.ts";
import { corpus } from "./corpus.ts";
import { heldOut } from "./held-out.ts";
import { heldOutSecond } from "./held-out-second.ts";
import { heldOutThird } from "./held-out-third.ts";
import type { Phrase } from "./list-phrases.ts";

declare const console: { log(text: string): void };

interface Rate {
	category: string;
	phrases: number;
	right: number;
	wrong: string[];
}

describe("corpus of opt-outs", () => {
	it("is large, half innocent, and without repetitions", () => {
		const innocent = corpus.filter((phrase) => !phrase.isOptOut).length;
		expect(corpus.length).toBeGreaterThanOrEqual(300);
		expect(innocent / corpus.length).toBeGreaterThan(0.4);
		expect(innocent / corpus.length).toBeLessThan(0.6);
		const texts = [...corpus, ...heldOut, ...heldOutSecond, ...heldOutThird].map((phrase) => phrase.text);
		expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
		expect(texts.filter((text) => text === "")).toEqual([]);
	});

	it("is understood in at least 98 of 100 opt-outs, 90 in every category, with no innocent phrase taken for one", () => {
		const { recall, falsePositives, optOuts } = measure("corpus", corpus);
		expect(recall).toBeGreaterThanOrEqual(0.98);
		for (const rate of optOuts) expect(rate.right / rate.phrases, rate.category).toBeGreaterThanOrEqual(0.9);
		expect(falsePositives).toBe(0);
	});

	it("is understood in at least 85 of 100 opt-outs that the rules were never corrected by", () => {
		const { recall, falsePositives } = measure("held out", heldOut);
		expect(recall).toBeGreaterThanOrEqual(0.85);
		expect(falsePositives).toBeLessThanOrEqual(0.02);
	});
});

function measure(name: string, phrases: readonly Phrase[]) {
	const optOuts = rate(phrases.filter((phrase) => phrase.isOptOut));
	const innocents = rate(phrases.filter((phrase) => !phrase.isOptOut));
	const recall = share(optOuts);
	const falsePositives = 1 - share(innocents);
	console.log(
		[
			`${name}: recall ${percent(recall)} of ${count(optOuts)}, false positives ${percent(falsePositives)} of ${count(innocents)}`,
			...[...optOuts, ...innocents].map(
				({ category, phrases, right, wrong }) =>
					`  ${`${right}/${phrases}`.padStart(9)}  ${category}${wrong.map((text) => `\n             ✗ ${text}`).join("")}`,
			),
		].join("\n"),
	);
	return { recall, falsePositives, optOuts };
}

function rate(phrases: readonly Phrase[]): Rate[] {
	return [...Map.groupBy(phrases, (phrase) => phrase.category)].map(([category, group]) => {
		const wrong = group.filter((phrase) => isTakenForOptOut(phrase) !== phrase.isOptOut);
		return {
			category,
			phrases: group.length,
			right: group.length - wrong.length,
			wrong: wrong.map((phrase) => phrase.text),
		};
	});
}

/** On a toll-free number, where the carrier acts on the fewest words. */
function isTakenForOptOut({ text }: Phrase): boolean {
	return readConsentWords(text, "toll_free").kind === "opt_out";
}

function count(rates: readonly Rate[]): number {
	return rates.reduce((sum, rate) => sum + rate.phrases, 0);
}

function share(rates: readonly Rate[]): number {
	return rates.reduce((sum, rate) => sum + rate.right, 0) / count(rates);
}

function percent(part: number): string {
	return `${(part * 100).toFixed(1)} %`;
}
