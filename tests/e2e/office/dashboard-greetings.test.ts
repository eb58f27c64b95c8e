import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { silentWav } from "../../mesh/set-up/silent-wav.ts";
import { claimCompany, patient } from "../set-up/claim-company.ts";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { openWatchedPage } from "../set-up/open-watched-page.ts";

/** Chromium's simulated microphone beeps. Each step needs the steps before it. */

let opened: OpenMesh;
let mesh: Mesh;
let page: Page;
let faults: string[];

beforeAll(async () => {
	opened = await openMesh();
	({ mesh } = opened);
	({ page, faults } = await openWatchedPage(opened, { expected: /400/, alsoAsks: ["blob:"], height: 1400 }));
	await claimCompany(page, mesh);
	await page.goto(`${mesh.url}/extensions`);
	await page.getByRole("link", { name: /Ana Ruiz/ }).click();
	await section().waitFor(patient);
});

afterAll(() => opened?.close());

afterEach(() => expect(faults.splice(0)).toEqual([]));

const section = () => page.getByRole("region", { name: "Recorded Greeting" });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const player = () => section().getByRole("region", { name: "Player" });
const upload = (name: string, buffer: Buffer) =>
	section().locator("input[type=file]").setInputFiles({ name, mimeType: "audio/wav", buffer });

const readAna = () =>
	page.evaluate(async () => {
		const response = await fetch("/api/extensions");
		const { items } = (await response.json()) as {
			items: { ext: string; greetingAudio: string | null; version: number }[];
		};
		const ana = items.find(({ ext }) => ext === "103");
		return [ana?.greetingAudio, ana?.version];
	});

it("refuses what is no sound, and what is too long, in words", async () => {
	await upload("greeting.wav", Buffer.from("a text"));
	await section().getByText("This is neither an MP3 nor a WAV file.").waitFor(patient);
	await upload("greeting.wav", silentWav(61));
	await section().getByText("this file lasts 61").waitFor(patient);
	await upload("greeting.wav", Buffer.alloc(2_000_001));
	await section().getByText("The file is larger than 2 MB.").waitFor(patient);
	expect(await readAna()).toEqual([null, 1]);
});

it("uploads a file and plays it, and a draft of the form can be saved afterwards", async () => {
	await page.getByLabel("Department").fill("Books");
	await upload("greeting.wav", silentWav(3));
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
