import type { ReceptionRequest } from "../reception.ts";

/** What the company says of itself: the only source of what is told, and what its own words are. */
export function listSources({
	company,
	directory,
}: Pick<ReceptionRequest, "company" | "directory">): string[] {
	return [
		company.name,
		company.greeting,
		company.hoursText,
		company.factsText,
		company.openingText ?? "",
		...directory.map(({ ext, name, department }) => `${ext} ${name} ${department ?? ""}`),
	];
}
