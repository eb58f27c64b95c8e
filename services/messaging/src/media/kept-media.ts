/**
 * Pictures, sound, video, contact cards, appointments and plain documents: what Twilio accepts in a text
 * (twilio.com/docs/messaging/guides/accepted-mime-types), without the types that a browser would run: SVG and
 * HTML may contain scripts.
 */
const keptTypes =
	/^(?:image\/(?:jpeg|png|gif|webp|avif|heic|heif|bmp|tiff)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/(?:plain|vcard|calendar|csv|rtf|richtext)|application\/(?:pdf|rtf|vnd\.apple\.pkpass))$/;

/** Other names of kept types, as phones and networks write them. */
const sameTypes: Record<string, string> = {
	"image/jpg": "image/jpeg",
	"image/pjpeg": "image/jpeg",
	"image/jfif": "image/jpeg",
	"image/x-png": "image/png",
	"image/x-bmp": "image/bmp",
	"image/x-ms-bmp": "image/bmp",
	"image/tif": "image/tiff",
	"text/x-vcard": "text/vcard",
	"text/directory": "text/vcard",
	"text/vcf": "text/vcard",
	"text/x-vcf": "text/vcard",
	"application/vcard": "text/vcard",
	"application/x-vcard": "text/vcard",
	"text/x-vcalendar": "text/calendar",
	"text/ical": "text/calendar",
	"application/ics": "text/calendar",
	"application/x-pdf": "application/pdf",
	"application/ogg": "audio/ogg",
	"application/mp4": "video/mp4",
};

/** Says nothing about what is inside. */
const vagueTypes = ["", "application/octet-stream", "binary/octet-stream", "application/unknown"];

/**
 * The type under which a file is kept, without parameters; null when it is not kept. A storage that does not
 * know the type serves the file as bytes; then the type in the text's webhook counts.
 */
export function keptTypeOf(fetched: string, announced: string): string | null {
	const type = plainTypeOf(fetched);
	const known = vagueTypes.includes(type) ? plainTypeOf(announced) : type;
	return keptTypes.test(known) ? known : null;
}

function plainTypeOf(written: string): string {
	const type = (written.split(";")[0] ?? "").trim().toLowerCase();
	return sameTypes[type] ?? type;
}
