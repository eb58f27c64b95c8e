import { describe, expect, it } from "vitest";
import { keptTypeOf } from "../../src/media/kept-media.ts";

describe("files", () => {
	it.each([
		["image/jpeg", "image/jpeg"],
		["image/jpg", "image/jpeg"],
		["IMAGE/JPG; name=photo.jpg", "image/jpeg"],
		["image/pjpeg", "image/jpeg"],
		["image/png", "image/png"],
		["image/x-png", "image/png"],
		["image/gif", "image/gif"],
		["image/heic", "image/heic"],
		["image/webp", "image/webp"],
		["text/vcard", "text/vcard"],
		["text/x-vCard; charset=utf-8", "text/vcard"],
		["text/directory; profile=vCard", "text/vcard"],
		["text/directory", "text/vcard"],
		["application/vcard", "text/vcard"],
		["text/calendar", "text/calendar"],
		["text/x-vcalendar", "text/calendar"],
		["text/csv", "text/csv"],
		["text/plain;charset=UTF-8", "text/plain"],
		["text/rtf", "text/rtf"],
		["application/pdf", "application/pdf"],
		["application/vnd.apple.pkpass", "application/vnd.apple.pkpass"],
		["audio/amr", "audio/amr"],
		["audio/AMR-NB", "audio/amr-nb"],
		["audio/L24", "audio/l24"],
		["audio/3gpp", "audio/3gpp"],
		["application/ogg", "audio/ogg"],
		["video/3gpp", "video/3gpp"],
		["video/3gpp2", "video/3gpp2"],
		["video/quicktime", "video/quicktime"],
		["video/mp4", "video/mp4"],
		["image/svg+xml", null],
		["text/html", null],
		["text/html; charset=utf-8", null],
		["text/xml", null],
		["application/xhtml+xml", null],
		["application/javascript", null],
		["text/javascript", null],
		["application/smil", null],
		["application/zip", null],
		["application/x-msdownload", null],
		["multipart/related", null],
		["", null],
	])("of type %s are kept as %s", (fetched, kept) => {
		expect(keptTypeOf(fetched, "")).toBe(kept);
	});

	it.each([
		["application/octet-stream", "text/x-vcard", "text/vcard"],
		["binary/octet-stream", "image/jpg", "image/jpeg"],
		["", "IMAGE/PNG", "image/png"],
		["application/octet-stream", "text/html", null],
		["application/octet-stream", "", null],
		// The served type wins over the announced one.
		["text/html", "image/jpeg", null],
		["image/png", "text/x-vcard", "image/png"],
	])("served as %j and announced as %j are kept as %j", (fetched, announced, kept) => {
		expect(keptTypeOf(fetched, announced)).toBe(kept);
	});
});
