import { join } from "node:path";

export const repositoryRoot = join(import.meta.dirname, "..", "..", "..");

export const migrationsFolder = join(repositoryRoot, "migrations");

/** `CLOUDPBX_DATA`, or `.cloudpbx` in the repository. */
export function getDataFolder(environment: Record<string, string | undefined> = process.env): string {
	return environment.CLOUDPBX_DATA || join(repositoryRoot, ".cloudpbx");
}
