import type { TextingRequest } from "./texting.ts";

/** What the company says of itself. */
export function companyTexts({
	company,
	directory,
}: Pick<TextingRequest, "company" | "directory">): string[] {
	return [
		company.name,
		company.hoursText,
		company.factsText,
		company.openingText ?? "",
		...directory.map(({ name, department }) => `${name} ${department ?? ""}`),
	];
}
