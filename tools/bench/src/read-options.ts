export interface BenchOptions {
	isJson: boolean;
	isCounting: boolean;
	isRacing: boolean;
	rounds: number;
	requests: number;
	concurrency: number;
}

/** Many short rounds: a moment's load falls on a few, and the median ignores them. */
const paceOf = { rounds: 30, requests: 50, concurrency: 8 };

export const usage = [
	"npm run bench -- [--json] [--counters-only | --ratios-only] [--rounds=30] [--requests=50] [--concurrency=8]",
	"Ratios: throughput of our webhooks as a share of a minimal Worker's. Counters: docs/counters.json, measured again.",
].join("\n");

export function readOptions(args: readonly string[]): BenchOptions | null {
	const pace = { ...paceOf };
	const flags = new Set<string>();
	for (const arg of args) {
		const [, name, value] = /^--(rounds|requests|concurrency)=([1-9]\d{0,4})$/.exec(arg) ?? [];
		if (name) pace[name as keyof typeof pace] = Number(value);
		else if (/^--(json|counters-only|ratios-only)$/.test(arg)) flags.add(arg);
		else return null;
	}
	const isCounting = !flags.has("--ratios-only");
	const isRacing = !flags.has("--counters-only");
	return isCounting || isRacing ? { isJson: flags.has("--json"), isCounting, isRacing, ...pace } : null;
}
