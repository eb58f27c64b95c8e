/** What a browser shows by itself without running anything of it; SVG and HTML come from strangers and could. */
const shown = /^(image\/(jpeg|png|gif|webp|avif|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;
const typePattern = /^[\w.+-]+\/[\w.+-]+$/;

/** How a file that a stranger sent is handed to a browser: pictures and sounds to look at, the rest to save. */
export function serveMediaAs(contentType: string): { contentType: string; disposition: string } {
	const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
	if (shown.test(type)) return { contentType: type, disposition: "inline" };
	return {
		contentType: typePattern.test(type) && !isRunnable(type) ? type : "application/octet-stream",
		disposition: "attachment",
	};
}

function isRunnable(type: string): boolean {
	return /html|xml|svg|script/.test(type);
}
