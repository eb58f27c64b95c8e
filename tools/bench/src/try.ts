import { runRatios } from "./run-ratios.ts";

const [rounds = 30, requests = 50, concurrency = 8] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await runRatios({ rounds, requests, concurrency })));
process.exit(0);
