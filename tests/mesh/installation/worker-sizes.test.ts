import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const kibibyte = 1024;

/**
 * Maximum gzipped upload of a Worker, which each isolate reads before its first request. `wrangler deploy --dry-run
 * --metafile` lists the parts.
 */
it.each([
	["voice", 150],
	["messaging", 250],
])("keeps the Worker of %s within %i KiB", (service, kibibytesMax) => {
	const bundle = readFileSync(
		join(import.meta.dirname, "..", "..", "..", "services", service, "dist", "index.js"),
	);
	const size = gzipSync(bundle).length / kibibyte;
	console.log(`${service}: ${size.toFixed(1)} KiB gzipped`);
	expect(size).toBeLessThanOrEqual(kibibytesMax);
});
