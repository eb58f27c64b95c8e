import { exportTable } from "../../api/export-table.ts";
import type { CallFilter } from "./filter.ts";

/** Saves every call of the filter as one CSV file. */
export function exportCalls(filter: CallFilter): Promise<void> {
	return exportTable(`/api/calls?${new URLSearchParams({ ...filter, limit: "200" })}`, "calls.csv");
}
