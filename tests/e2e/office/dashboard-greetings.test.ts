import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { watchPage } from "../set-up/watch-page.ts";

/** A recorded greeting in one browser, whose microphone beeps. Each step needs the ones before. */

const owner = { name: "Olive Park", email: "olive@acme.example", password: "a long enough secret" };
const patient = { timeout: 20_000 };

let opened: OpenMesh;
let mesh: Mesh;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
	opened = await openMesh();
	({ mesh } = opened);
	const context = await opened.browser.newContext({
		viewport: { width: 1280, height: 1400 },
		locale: "en-US",
	});
	page = await context.newPage();
	await watchPage(page, { report: (fault) => faults.push(fault), own: [mesh.url, "blob:"], expected: /400/ });
	await page.goto(`${mesh.url}/claim`);
	await page.getByLabel("Setup Code").fill(mesh.access.setupCode);
	await page.getByLabel("Your Name").fill(owner.name);
	await page.getByLabel("Email").fill(owner.email);
	await page.getByLabel("Password", { exact: true }).fill(owner.password);
	await button("Become Owner").click();
	await page.getByRole("heading", { level: 1, name: "Overview", exact: true }).waitFor(patient);
	await page.goto(`${mesh.url}/extensions`);
	await page.getByRole("link", { name: /Ana Ruiz/ }).click();
	await section().waitFor(patient);
});

afterAll(() => opened?.close());

afterEach(() => {
	const found = faults;
	faults = [];
	expect(found).toEqual([]);
});

const section = () => page.getByRole("region", { name: "Recorded Greeting" });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const player = () => section().getByRole("region", { name: "Player" });
const upload = (name: string, buffer: Buffer) =>
	section().locator("input[type=file]").setInputFiles({ name, mimeType: "audio/wav", buffer });

/** The kind of Ana's recording, and her version. */
const readAna = () =>
	page.evaluate(async () => {
		const response = await fetch("/api/extensions");
		const { items } = (await response.json()) as {
			items: { ext: string; greetingAudio: string | null; version: number }[];
		};
		const ana = items.find(({ ext }) => ext === "103");
		return [ana?.greetingAudio, ana?.version];
	});

/** A WAV of silence of this length: 8,000 samples a second of 8 bits. */
function wavOf(seconds: number): Buffer {
	const samples = Buffer.alloc(seconds * 8000, 128);
	const head = Buffer.alloc(44);
	head.write("RIFF");
	head.writeUInt32LE(36 + samples.length, 4);
	head.write("WAVEfmt ", 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(8000, 24);
	head.writeUInt32LE(8000, 28);
	head.writeUInt16LE(1, 32);
	head.writeUInt16LE(8, 34);
	head.write("data", 36);
	head.writeUInt32LE(samples.length, 40);
	return Buffer.concat([head, samples]);
}

it("refuses what is no sound, and what is too long, in words", async () => {
	await upload("greeting.wav", Buffer.from("a text"));
	await section().getByText("This is neither an MP3 nor a WAV file.").waitFor(patient);
	await upload("greeting.wav", wavOf(61));
	await section().getByText("this file lasts 61").waitFor(patient);
	await upload("greeting.wav", Buffer.alloc(2_000_001));
	await section().getByText("The file is larger than 2 MB.").waitFor(patient);
	expect(await readAna()).toEqual([null, 1]);
});

it("uploads a file and plays it, and a draft of the form can be saved afterwards", async () => {
	await page.getByLabel("Department").fill("Books");
	await upload("greeting.wav", wavOf(3));
	await player().waitFor(patient);
	await player().getByText("0:03").waitFor(patient);
	expect(await section().getByRole("alert").count()).toBe(0);
	expect((await readAna())[0]).toBe("wav");
	await player().getByRole("button", { name: "Play" }).click();
	await player().getByRole("button", { name: "Pause" }).waitFor(patient);
	await button("Save").click();
	await page.getByText("Ana Ruiz is saved.").waitFor(patient);
});

it("records in the browser: listened to, and heard by callers once it is saved", async () => {
	const [, version] = await readAna();
	await button("Record").click();
	await section().getByText("0:02 of 1:00").waitFor(patient);
	await button("Stop").click();
	await section().getByText("Callers hear it once it is saved.").waitFor(patient);
	expect((await readAna())[1]).toBe(version);
	await player().getByRole("button", { name: "Play" }).click();
	await player().getByRole("button", { name: "Pause" }).waitFor(patient);
	await button("Save Recording").click();
	await page.getByText("Callers of Ana Ruiz hear the recording.").last().waitFor(patient);
	await button("Remove Recording").waitFor(patient);
	expect(await readAna()).toEqual(["wav", Number(version) + 1]);
	const seconds = await page.evaluate(async () => {
		const path = document.querySelector<HTMLAnchorElement>(".recorded-greeting a[download]")?.href ?? "";
		const bytes = await (await fetch(path)).arrayBuffer();
		return (bytes.byteLength - 44) / 2 / new DataView(bytes).getUint32(24, true);
	});
	expect(seconds).toBeGreaterThan(1);
	expect(seconds).toBeLessThan(10);
});

it("forgets what is discarded, and a recording that is cancelled", async () => {
	const before = await readAna();
	await button("Record").click();
	await button("Cancel").click();
	await button("Record").click();
	await section().getByText("0:01 of 1:00").waitFor(patient);
	await button("Stop").click();
	await button("Discard").click();
	await button("Remove Recording").waitFor(patient);
	expect(await readAna()).toEqual(before);
});

it("removes it: callers hear the text again", async () => {
	await button("Remove Recording").click();
	await page.getByText("Callers of Ana Ruiz hear the text again.").waitFor(patient);
	expect(await player().count()).toBe(0);
	expect((await readAna())[0]).toBeNull();
});
