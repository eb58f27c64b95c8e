import { expect, it } from "vitest";
import { serveMediaAs } from "../../../src/domain/texts/serve-media-as.ts";

it("shows pictures, sounds and films", () => {
	for (const type of ["image/jpeg", "image/png", "audio/amr", "video/3gpp"]) {
		expect(serveMediaAs(type)).toEqual({ contentType: type, disposition: "inline" });
	}
	expect(serveMediaAs("IMAGE/GIF; name=x")).toEqual({ contentType: "image/gif", disposition: "inline" });
});

it("hands everything else over to be saved, and nothing that a browser would run", () => {
	expect(serveMediaAs("application/pdf")).toEqual({
		contentType: "application/pdf",
		disposition: "attachment",
	});
	for (const type of [
		"text/html",
		"image/svg+xml",
		"application/xhtml+xml",
		"text/javascript",
		"",
		"x\r\ny: z",
	]) {
		expect(serveMediaAs(type)).toEqual({
			contentType: "application/octet-stream",
			disposition: "attachment",
		});
	}
});
