import { saveCsv } from "../../api/save-csv.ts";
import type { CallFilter } from "./filter.ts";

export function exportCalls(filter: CallFilter): Promise<void> {
	return saveCsv(`/api/calls?${new URLSearchParams({ ...filter })}`, "calls.csv");
}
