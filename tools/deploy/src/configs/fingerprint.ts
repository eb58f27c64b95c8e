import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/mesh-workers";

/** Cloudflare keeps a tag of 25 characters with each version. */
const lengthMax = 24;

/** Two deployments with the same mark are the same: code, dashboard, configuration and credentials. */
export function fingerprint(folders: readonly string[], texts: readonly string[]): string {
	const hash = createHash("sha256");
	for (const folder of folders) {
		for (const file of listFiles(folder))
			hash.update(relative(repositoryRoot, file)).update(readFileSync(file));
	}
	for (const text of texts) hash.update(`\0${text}`);
	return `c${hash.digest("hex").slice(0, lengthMax - 1)}`;
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
