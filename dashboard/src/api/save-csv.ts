import { askFile } from "./ask-file.ts";

/** Without it spreadsheets assume a regional encoding. */
const byteOrderMark = "\uFEFF";

export async function saveCsv(path: string, fileName: string): Promise<void> {
	const parts: string[] = [];
	let next: string | null = path;
	while (next !== null) {
		const file = await askFile(next, { accept: "text/csv" });
		parts.push(await file.blob.text());
		next = file.next;
	}
	saveFile(new Blob([joinCsv(parts)], { type: "text/csv" }), fileName);
}

export function joinCsv(parts: readonly string[]): string {
	const bare = parts.map((part) => part.replace(/^\uFEFF/, ""));
	return (
		byteOrderMark + bare.map((part, at) => (at === 0 ? part : part.slice(part.indexOf("\n") + 1))).join("")
	);
}

export function saveFile(blob: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
