import type { ReceptionRequest } from "../reception.ts";

/** The company's own texts: the only source of answers. */
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
