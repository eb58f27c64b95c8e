import { askFile } from "./ask-file.ts";

/** Saves a whole list as one CSV file, however many parts it comes in. Cells that a spreadsheet would run are quoted by the server. */
export async function exportTable(path: string, filename: string): Promise<void> {
	const parts: string[] = [];
	for (let next: string | null = path; next !== null; ) {
		const asked: Awaited<ReturnType<typeof askFile>> = await askFile(next, { accept: "text/csv" });
		const text = await asked.blob.text();
		// Each part begins with the names of its columns.
		parts.push(parts.length === 0 ? text : text.slice(text.indexOf("\n") + 1));
		next = asked.next;
	}
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
	link.download = filename;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
