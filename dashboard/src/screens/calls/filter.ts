import type { CallsQuery } from "../../api/table/calls.ts";

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
