import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";

/** The toll-free number that plays the menu, otherwise the oldest one that does. */
export function findMainLine(numbers: readonly PhoneNumber[]): PhoneNumber | null {
	const [line] = numbers
		.filter(({ extensionId, releaseAt }) => extensionId === null && releaseAt === null)
		.sort((a, b) => rank(a) - rank(b) || a.createdAt.localeCompare(b.createdAt));
	return line ?? null;
}

/** The main line, then the other lines, then numbers of people by their keys. */
export function arrangeNumbers(numbers: readonly PhoneNumber[]): PhoneNumber[] {
	const main = findMainLine(numbers);
	const keyOf = (one: PhoneNumber) => (one === main ? "" : (one.extension ?? "0"));
	return [...numbers].sort(
		(a, b) => keyOf(a).localeCompare(keyOf(b)) || a.createdAt.localeCompare(b.createdAt),
	);
}

function rank({ kind }: PhoneNumber): number {
	return kind === "toll_free" ? 0 : 1;
}
