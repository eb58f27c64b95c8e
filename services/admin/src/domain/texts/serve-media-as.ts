/** Types that a browser displays without running code; SVG and HTML could run code. */
const shown = /^(image\/(jpeg|png|gif|webp|avif|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;
const typePattern = /^[\w.+-]+\/[\w.+-]+$/;

/** Pictures, sounds and films are shown inline; other types are downloaded. */
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
