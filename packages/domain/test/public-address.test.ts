import { expect, it } from "vitest";
import { explainAddress } from "../src/public-address.ts";

it.each([
	"https://phones.acme.co",
	"https://phones.acme.co/",
	"https://cloudpbx-voice.acme.workers.dev",
	"http://localhost:8787",
	"http://127.0.0.1:8787",
	"http://[::1]:8787",
])("lets %s be", (address) => {
	expect(explainAddress("VOICE_URL", address)).toBeNull();
});

it.each([
	["", "is not set"],
	["phones.acme.co", "is no address"],
	["ftp://phones.acme.co", "must begin with https://"],
	["http://phones.acme.co", "over plain http"],
	["http://localhost.acme.co", "over plain http"],
	["https://cloudpbx.example.com", "still the placeholder"],
	["https://example.org/", "still the placeholder"],
	["https://phones.acme.co/ivr", "must be a host alone, such as https://phones.acme.co"],
	["https://phones.acme.co?x=1", "must be a host alone"],
	["https://user@phones.acme.co", "must be a host alone"],
])("objects to %j", (address, words) => {
	expect(explainAddress("VOICE_URL", address)).toContain(words);
	expect(explainAddress("VOICE_URL", address)).toMatch(/^VOICE_URL /);
});
