import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function writeConfig(folder: string, config: object): string {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, "wrangler.json");
	writeFileSync(file, `${JSON.stringify(config, null, "\t")}\n`);
	return file;
}
