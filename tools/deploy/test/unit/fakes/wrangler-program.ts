import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { answerWrangler } from "./fake-wrangler.ts";
import { openDatabases, readWorld, writeWorld } from "./machine.ts";

const args = process.argv.slice(2);
const { CI, CLOUDFLARE_ACCOUNT_ID, FAKE_WORLD = "" } = process.env;
appendFileSync(join(FAKE_WORLD, "calls.jsonl"), `${JSON.stringify({ args, CI, CLOUDFLARE_ACCOUNT_ID })}\n`);
const world = readWorld();
const { exitCode, stdout, stderr } = answerWrangler(world, openDatabases(), () => null, args);
writeWorld(world);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
