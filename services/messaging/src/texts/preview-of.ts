const previewCharactersMax = 160;

export function previewOf(body: string, mediaCount = 0): string {
	const line = body.replace(/\s+/g, " ").trim();
	if (line === "") return mediaCount > 0 ? "[file]" : "";
	return [...line].slice(0, previewCharactersMax).join("");
}
