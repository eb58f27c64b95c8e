import type { Finding } from "@cloudpbx/contracts/findings";
import { runChecks, sortFindings } from "@cloudpbx/domain/diagnosis/check";
import { listDeclaredObjects, migrationNames } from "@cloudpbx/local/declared-objects";
import { migrationsFolder } from "@cloudpbx/local/repository-root";
import { askDiagnosis, askHealth } from "./ask-installation.ts";
import type { Installation } from "./get-installation.ts";
import { outsideChecks } from "./outside-checks.ts";
import { tryProbes } from "./try-probes.ts";

/** All findings, from inside and outside, worst first. */
export async function examine(installation: Installation): Promise<Finding[]> {
	const health = await askHealth(installation);
	const isOurs = health.kind === "answered";
	const diagnosis = isOurs ? await askDiagnosis(installation) : { kind: "not_asked" as const };
	const known = diagnosis.kind === "known" ? diagnosis.diagnosis : null;
	const fromOutside = runChecks(outsideChecks, {
		installation,
		health,
		diagnosis,
		tries: await tryProbes(known?.probes ?? []),
		declared: {
			objects: listDeclaredObjects(migrationsFolder),
			migrations: migrationNames(migrationsFolder),
		},
	});
	return sortFindings([...fromOutside, ...(known?.findings ?? [])]);
}
