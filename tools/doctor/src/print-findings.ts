import type { Finding, FindingLevel } from "@cloudpbx/contracts/findings";

const titles: Record<FindingLevel, string> = {
	error: "Does not work",
	warning: "Needs attention",
	info: "Good to know",
};

export function printFindings(url: string, findings: readonly Finding[]): string {
	if (findings.length === 0) return `CloudPBX at ${url}: all is well.`;
	const groups = (["error", "warning", "info"] as const).flatMap((level) => {
		const found = findings.filter((finding) => finding.level === level);
		return found.length === 0 ? [] : [["", titles[level], ...found.map(printFinding)].join("\n")];
	});
	return [`CloudPBX at ${url}:`, ...groups].join("\n");
}

function printFinding({ id, meaning, todo }: Finding): string {
	return `\n  ${plain(meaning)}\n  → ${plain(todo)}\n    (${id})`;
}

function plain(text: string): string {
	return text.replace(/\p{Cc}+/gu, " ");
}
