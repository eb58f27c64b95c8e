/** As accepted by the carrier (see fetch-media.ts), without SVG and HTML, which can contain scripts. */
const keptTypes =
	/^(?:image\/(?:jpeg|png|gif|webp|avif|heic|heif|bmp|tiff)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/(?:plain|vcard|calendar|csv|rtf|richtext)|application\/(?:pdf|rtf|vnd\.apple\.pkpass))$/;

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

const vagueTypes = ["", "application/octet-stream", "binary/octet-stream", "application/unknown"];

/** Null: the file is not kept. If the storage gives no type, the type in the text's webhook counts. */
export function keptTypeOf(fetched: string, announced: string): string | null {
	const type = plainTypeOf(fetched);
	const known = vagueTypes.includes(type) ? plainTypeOf(announced) : type;
	return keptTypes.test(known) ? known : null;
}

function plainTypeOf(written: string): string {
	const type = (written.split(";")[0] ?? "").trim().toLowerCase();
	return sameTypes[type] ?? type;
}
