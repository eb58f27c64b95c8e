import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { recipientStatusWords } from "../../../words/statuses.ts";
import type { RecipientFilter } from "../resources.ts";

const statuses = Object.keys(recipientStatusWords) as RecipientStatus[];

export const choices: { value: string; label: string }[] = [
	{ value: "", label: "Everybody" },
	...statuses.map((value) => ({ value, label: recipientStatusWords[value].word })),
	{ value: "replied", label: "Replied" },
	{ value: "optedOut", label: "Opted Out After It" },
];

export function readRecipientFilter(query: URLSearchParams): RecipientFilter {
	const status = statuses.find((one) => one === query.get("status"));
	const q = query.get("q")?.trim();
	return {
		...(status && { status }),
		...(query.get("replied") === "true" && { replied: "true" as const }),
		...(query.get("optedOut") === "true" && { optedOut: "true" as const }),
		...(q && { q }),
	};
}

export function choiceOf({ status, replied, optedOut }: RecipientFilter): string {
	return replied ? "replied" : optedOut ? "optedOut" : (status ?? "");
}

export function queryOf(value: string): Record<string, string | null> {
	const isStatus = statuses.some((status) => status === value);
	return {
		status: isStatus ? value : null,
		replied: value === "replied" ? "true" : null,
		optedOut: value === "optedOut" ? "true" : null,
	};
}
