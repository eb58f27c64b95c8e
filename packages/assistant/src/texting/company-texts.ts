import type { TextingRequest } from "./texting.ts";

/** The company's own texts. */
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
