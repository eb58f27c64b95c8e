import type { Judged } from "./judge.ts";

interface ReportOptions {
	source: string;
	models: readonly string[];
	isVerbose: boolean;
}

export function printReport(judged: readonly Judged[], { source, models, isVerbose }: ReportOptions) {
	console.log(`Answered by ${source}; models asked for: ${models.join(", ")}`);
	const answered = countBy(judged, ({ result }) => result.model ?? "none (decided without a model)");
	for (const [model, count] of answered) console.log(`  ${count} × ${model}`);
	console.log("");
	printRow("category", "utterances", "right", "wrong transfers");
	for (const [category] of countBy(judged, (one) => one.category)) {
		const ofCategory = judged.filter((one) => one.category === category);
		printRow(category, ...figuresOf(ofCategory));
	}
	printRow("all", ...figuresOf(judged));
	console.log("");
	printLatency(judged);
	printCorrections(judged);
	for (const one of judged) if (isVerbose || !one.verdict.isRight) printOne(one);
	return {
		accuracy: judged.filter(({ verdict }) => verdict.isRight).length / judged.length,
		wrongTransfers: judged.filter(({ verdict }) => verdict.isWrongTransfer).length,
	};
}

function figuresOf(judged: readonly Judged[]): [string, string, string] {
	const right = judged.filter(({ verdict }) => verdict.isRight).length;
	const wrong = judged.filter(({ verdict }) => verdict.isWrongTransfer).length;
	return [String(judged.length), `${((right / judged.length) * 100).toFixed(1)} %`, String(wrong)];
}

function printRow(category: string, ...figures: [string, string, string]): void {
	const [count, right, wrong] = figures;
	console.log(`${category.padEnd(20)}${count.padStart(12)}${right.padStart(10)}${wrong.padStart(18)}`);
}

function printLatency(judged: readonly Judged[]): void {
	const sorted = judged.map(({ result }) => result.milliseconds).sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	console.log(`milliseconds per decision: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
}

/** Counts the review's corrections of the model. */
function printCorrections(judged: readonly Judged[]): void {
	const corrected = judged.filter(({ result }) => result.correction !== null);
	const kinds = countBy(corrected, ({ result }) => result.correction ?? "");
	console.log(
		`corrected by the review: ${corrected.length} (${kinds.map(([kind, n]) => `${kind} ${n}`).join(", ")})\n`,
	);
}

function printOne({ category, utterance, result, verdict }: Judged): void {
	const mark = verdict.isWrongTransfer ? "WRONG TRANSFER" : verdict.isRight ? "right" : "wrong";
	const correction = result.correction === null ? "" : ` (${result.correction})`;
	console.log(`${mark}: [${category}, ${utterance.company}] "${utterance.says}"`);
	console.log(
		`  expected ${utterance.expect.join(" or ")}, got ${verdict.outcome}${correction} ${verdict.spoken}`,
	);
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
	return [...counts];
}
