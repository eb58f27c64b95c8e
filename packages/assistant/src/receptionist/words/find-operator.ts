import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { foldWords } from "@cloudpbx/domain/directory/split-words";

const names = new Set(
	`operator reception receptionist frontdesk front-desk switchboard office main-office front-office recepcion oficina
	operadora centralita accueil standard empfang zentrale sekretariat`
		.split(/\s+/)
		.map((name) => name.replace("-", " ")),
);

/** Returns the owner's operator, otherwise the first entry with such a name or place, or null. */
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
