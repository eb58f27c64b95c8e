import { buildMesh } from "@cloudpbx/local/build-mesh";
import ceilings from "../../../docs/counters.json" with { type: "json" };
import { printCounters, printRatios } from "./print-tables.ts";
import { readOptions, usage } from "./read-options.ts";
import { runCounters } from "./run-counters.ts";
import { runRatios } from "./run-ratios.ts";

const options = readOptions(process.argv.slice(2));
if (options === null) {
	console.error(usage);
	process.exit(2);
}

const ratios = options.isRacing ? await race(options) : null;
const counters = options.isCounting ? await runCounters() : null;
if (options.isJson) {
	console.log(JSON.stringify({ ratios, counters: counters?.measured ?? null, ceilings }, null, "\t"));
} else {
	if (ratios) console.log(`\n${printRatios(ratios)}`);
	if (counters) console.log(`\n${printCounters(counters.measured, ceilings)}`);
}
if (counters?.failure) {
	console.error(`\n${counters.failure}`);
	process.exit(1);
}
process.exit(0);

async function race(pace: { rounds: number; requests: number; concurrency: number }) {
	await buildMesh(new AbortController().signal);
	return runRatios(pace);
}
