import { askFile } from "../../api/ask-file.ts";
import type { CallFilter } from "./filter.ts";

/** Saves every call of the filter as one CSV file, however many pages it takes. */
export async function exportCalls(filter: CallFilter): Promise<void> {
	const parts: string[] = [];
	let path: string | null = `/api/calls?${new URLSearchParams({ ...filter, limit: "200" })}`;
	while (path !== null) {
		const { blob, next } = await askFile(path, { accept: "text/csv" });
		const text = await blob.text();
		// Each page begins with the names of its columns.
		parts.push(parts.length === 0 ? text : text.slice(text.indexOf("\n") + 1));
		path = next;
	}
	save(new Blob(parts, { type: "text/csv" }), "calls.csv");
}

function save(blob: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
