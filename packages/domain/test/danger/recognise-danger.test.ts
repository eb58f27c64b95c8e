import { describe, expect, it } from "vitest";
import { recogniseDanger } from "../../src/danger/recognise-danger.ts";
import { dangerous } from "./corpora/dangerous.ts";
import { dangerousHeldOut } from "./corpora/dangerous-held-out.ts";
import { innocent } from "./corpora/innocent.ts";
import { innocentHeldOut } from "./corpora/innocent-held-out.ts";
import { dangerousNewcomers, innocentNewcomers } from "./corpora/newcomers.ts";
import { dangerousPassersBy, innocentPassersBy } from "./corpora/passers-by.ts";
import { dangerousStrangers, innocentStrangers } from "./corpora/strangers.ts";

declare const console: { log(text: string): void };

const linesOf = (text: string) =>
	text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

function listDangerous(corpus: typeof dangerous): { kind: string; says: string }[] {
	return Object.entries(corpus).flatMap(([kind, lines]) => linesOf(lines).map((says) => ({ kind, says })));
}

function measure(name: string, cases: readonly unknown[], wrong: readonly string[]): number {
	const rate = wrong.length / cases.length;
	console.log(`${name}: ${wrong.length} of ${cases.length} wrong (${(rate * 100).toFixed(1)} %)`);
	for (const one of wrong) console.log(`  ${one}`);
	return rate;
}

describe("danger in the words of callers and texters", () => {
	it.each([
		["sentences the rules were made with", dangerous, 0.01],
		["held-out sentences", dangerousHeldOut, 0.05],
	] as const)("is recognised in %s", (name, corpus, missesMax) => {
		const cases = listDangerous(corpus);
		const missed = cases.filter(({ says }) => recogniseDanger(says, []) === null).map(({ says }) => says);
		expect(measure(`danger missed, ${name}`, cases, missed)).toBeLessThanOrEqual(missesMax);
	});

	it.each([
		["strangers", dangerousStrangers],
		["newcomers", dangerousNewcomers],
		["passers-by", dangerousPassersBy],
	])("is recognised in the words of %s", (name, corpus) => {
		const cases = linesOf(corpus);
		const missed = cases.filter((says) => recogniseDanger(says, []) === null);
		expect(measure(`danger missed, words of ${name}`, cases, missed)).toBeLessThanOrEqual(0.05);
	});

	it("is self-harm when it is: only then is 988 told", () => {
		for (const corpus of [dangerous, dangerousHeldOut]) {
			const cases = listDangerous(corpus).filter(({ says }) => recogniseDanger(says, []) !== null);
			const mistaken = cases.filter(
				({ kind, says }) => (recogniseDanger(says, [])?.kind === "self_harm") !== (kind === "self_harm"),
			);
			const wrong = mistaken.map(({ says }) => `${says} → ${recogniseDanger(says, [])?.kind}`);
			expect(measure("988 wrongly told or left out", cases, wrong)).toBeLessThanOrEqual(0.04);
		}
	});

	it.each([
		["sentences the rules were made with", innocent, 0.005],
		["held-out sentences", innocentHeldOut, 0.02],
		["words of strangers", innocentStrangers, 0.02],
		["words of newcomers", innocentNewcomers, 0.02],
		["words of passers-by", innocentPassersBy, 0.02],
	] as const)("is not heard in innocent %s", (name, corpus, alarmsMax) => {
		const cases = linesOf(corpus);
		const alarms = cases
			.map((says) => [says, recogniseDanger(says, [])] as const)
			.filter(([, found]) => found !== null)
			.map(([says, found]) => `${says} → ${found?.kind} ${found?.language}`);
		expect(measure(`false alarms, ${name}`, cases, alarms)).toBeLessThanOrEqual(alarmsMax);
	});
});
