import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { foldWords } from "@cloudpbx/domain/directory/split-words";

const names = new Set(
	`operator reception receptionist frontdesk front-desk switchboard office main-office front-office recepcion oficina
	operadora centralita accueil standard empfang zentrale sekretariat`
		.split(/\s+/)
		.map((name) => name.replace("-", " ")),
);

/**
 * The entry that answers for "the operator": the one the owner chose, otherwise the first entry named or placed so. Without one the caller is asked for
 * a department.
 */
export function findOperator(directory: readonly DirectoryEntry[]): DirectoryEntry | null {
	return (
		directory.find(({ isOperator }) => isOperator) ??
		directory.find(
			({ name, department }) =>
				names.has(foldWords(department ?? "").join(" ")) || names.has(foldWords(name).join(" ")),
		) ??
		null
	);
}
