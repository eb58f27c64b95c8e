import { askFile } from "./ask-file.ts";

/** Saves a whole list as one CSV file, however many parts the server gives it in. */
export async function saveCsv(path: string, fileName: string): Promise<void> {
	const parts: string[] = [];
	let next: string | null = path;
	while (next !== null) {
		const file = await askFile(next, { accept: "text/csv" });
		const text = await file.blob.text();
		// Each part begins with the names of its columns.
		parts.push(parts.length === 0 ? text : text.slice(text.indexOf("\n") + 1));
		next = file.next;
	}
	saveFile(new Blob(parts, { type: "text/csv" }), fileName);
}

function saveFile(blob: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
