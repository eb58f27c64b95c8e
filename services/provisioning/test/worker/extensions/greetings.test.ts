import { exports } from "cloudflare:workers";
import { extensions, office } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { addExtension, db, emptyBooks } from "../company.ts";

const service = exports.ProvisioningService;
const key = (letter: string, type = "wav") => `greetings/${letter.repeat(64)}.${type}`;

beforeEach(async () => {
	await emptyBooks();
	await addExtension("ext_101", "101", { status: "active" });
	await addExtension("ext_102", "102", { status: "inactive", greetingAudio: key("c") });
});

const versionOf = async (id: string) => {
	const [row] = await db.select().from(extensions).where(eq(extensions.id, id));
	return row?.version;
};

it("sets a recording, says what was there, and counts it as a change", async () => {
	expect(await service.setGreetingAudio("ext_101", key("a"))).toMatchObject({
		ok: true,
		value: { keyBefore: null, extension: { greetingAudio: "wav", version: 2 } },
	});
	expect(await service.setGreetingAudio("ext_101", key("b", "mp3"))).toMatchObject({
		ok: true,
		value: { keyBefore: key("a"), extension: { greetingAudio: "mp3", version: 3 } },
	});
	const [row] = await db.select({ extensions: office.extensions }).from(office);
	expect(JSON.stringify(row)).toContain(key("b", "mp3"));
	expect(await service.setGreetingAudio("ext_101", null)).toMatchObject({
		ok: true,
		value: { keyBefore: key("b", "mp3"), extension: { greetingAudio: null, version: 4 } },
	});
});

it("changes nothing when it is set again", async () => {
	await service.setGreetingAudio("ext_101", key("a"));
	expect(await service.setGreetingAudio("ext_101", key("a"))).toMatchObject({
		ok: true,
		value: { keyBefore: key("a"), extension: { version: 2 } },
	});
	expect(await versionOf("ext_101")).toBe(2);
});

it("gives none to whom was deactivated, and takes that away which is there", async () => {
	expect(await service.setGreetingAudio("ext_102", key("a"))).toMatchObject({
		ok: false,
		error: { code: "conflict" },
	});
	expect(await service.setGreetingAudio("ext_102", null)).toMatchObject({
		ok: true,
		value: { keyBefore: key("c"), extension: { greetingAudio: null } },
	});
});

it("knows no other extension", async () => {
	for (const one of [key("a"), null]) {
		expect(await service.setGreetingAudio("ext_0", one)).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	}
});
