/**
 * Pictures, sound, video, contact cards and plain documents. No types that a browser would run: SVG and HTML
 * may contain scripts.
 */
const keptTypes =
	/^(?:image\/(?:jpeg|png|gif|webp|heic|heif|bmp|tiff)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/(?:plain|vcard|x-vcard|calendar|csv)|application\/pdf)$/;

export function isKeptType(contentType: string): boolean {
	return keptTypes.test(contentType);
}
