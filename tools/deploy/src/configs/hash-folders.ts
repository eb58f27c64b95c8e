import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";

export function hashFolders(folders: readonly string[]): string {
	const hash = createHash("sha256").update(readFileSync(join(repositoryRoot, "pnpm-lock.yaml")));
	for (const file of folders.flatMap(listFiles)) {
		hash.update(`\0${relative(repositoryRoot, file)}\0`).update(readFileSync(file));
	}
	return hash.digest("hex");
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
