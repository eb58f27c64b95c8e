import type { CallsQuery } from "../../api/table/calls.ts";

/** What the address says about which calls are listed, in the words of the API. What is wrong with it the API says. */
export type CallFilter = Omit<CallsQuery, "state">;

const names = [
	"outcome",
	"direction",
	"ext",
	"number",
	"receptionist",
	"danger",
	"from",
	"to",
	"weekday",
	"hour",
] as const;

export function readFilter(query: URLSearchParams): CallFilter {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = query.get(name);
			return value ? [[name, value]] : [];
		}),
	);
}
