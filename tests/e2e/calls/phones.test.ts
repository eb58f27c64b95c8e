import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";

const mainLine = "+18005550100";

let opened: OpenMesh;
let mesh: Mesh;
let browser: Browser;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
	opened = await openMesh();
	({ mesh, browser } = opened);
});

afterAll(() => opened?.close());

beforeEach(async () => {
	faults = [];
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") faults.push(message.text());
	});
	await page.goto(`${mesh.url}/simulator/`);
});

afterEach(async () => {
	await page.close();
	expect(faults).toEqual([]);
});

it("adds a phone and renames it with Return alone", async () => {
	await page.getByRole("button", { name: "Add Phone…" }).click();
	const adding = page.getByRole("dialog", { name: "Add Phone" });
	await adding.getByLabel("Name").fill("Ana’s Mobile");
	await adding.getByLabel("Number").fill("4155550153");
	await adding.getByLabel("Number").press("Enter");
	const added = phone("+14155550153");
	await added.getByRole("heading", { name: "Ana’s Mobile" }).waitFor();

	await added.getByRole("button", { name: "Phone Settings…" }).click();
	const name = page.getByRole("dialog", { name: "+1 (415) 555-0153" }).getByLabel("Name");
	await name.fill("Ana’s Desk");
	await name.press("Enter");
	await added.getByRole("heading", { name: "Ana’s Desk" }).waitFor();
	expect(await page.getByRole("dialog").count()).toBe(0);
});

const phone = (number: string) => page.getByRole("region", { name: `Phone ${number}` });

async function dialMainLine() {
	const caller = phone("+14155550199");
	// Once the company's number is offered, the page no longer writes into the field.
	await page.waitForFunction(
		(label) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)?.value,
		"Number to call",
	);
	await caller.getByLabel("Number to call").fill(mainLine);
	await caller.getByRole("button", { name: "Call", exact: true }).click();
	// Before the call, keys would write a number.
	await caller.getByRole("button", { name: "Hang Up" }).waitFor();
	await caller.getByText("Thank you for calling Acme Corp.").waitFor();
	// A click may take seconds on a busy machine, and the network waits three seconds after the last key.
	await setSpeed(0.2);
	for (const key of ["1", "0", "1"]) await caller.getByRole("button", { name: key, exact: true }).click();
	await setSpeed(1);
	return caller;
}

async function setSpeed(speed: number): Promise<void> {
	const response = await fetch(`${mesh.url}/simulator/control/clock`, {
		method: "PUT",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ speed }),
	});
	expect(response.ok).toBe(true);
}

it("dials the main line, presses 101, and talks with Jane when she answers", async () => {
	const caller = await dialMainLine();
	const jane = phone("+14155550151");
	await caller.getByText("Ringing Jane’s Mobile…").waitFor();
	await jane.getByRole("button", { name: "Answer" }).click();
	await jane.getByText("4 1 5, 5 5 5, 0 1 9 9 for Jane Smith. Press 1 to take the call.").waitFor();
	expect(await caller.getByText("Jane’s Mobile answered").count()).toBe(0);
	await jane.getByRole("button", { name: "1 Take the call" }).click();
	await caller.getByText("Jane’s Mobile answered").waitFor();
	await jane.getByRole("button", { name: "1 Take the call" }).waitFor({ state: "detached" });
	await caller.getByText("via Acme Corp main line").waitFor();
	await caller.getByRole("button", { name: "Hang Up" }).click();
	await jane.getByRole("button", { name: "Hang Up" }).waitFor({ state: "detached" });
	const [call] = await query<{ outcome: string }>(
		"SELECT outcome FROM calls WHERE ended_at IS NOT NULL ORDER BY started_at DESC LIMIT 1",
	);
	expect(call?.outcome).toBe("answered");
});

it("sends the caller to the voicemail when Jane's mailbox picks up", async () => {
	await phone("+14155550151").getByLabel("When called").selectOption("Mailbox at once");
	try {
		const caller = await dialMainLine();
		await setSpeed(10);
		await caller.getByText("Jane Smith is not available.").waitFor();
		await setSpeed(1);
		await caller.getByRole("button", { name: "Hang Up" }).click();
		await caller.getByRole("button", { name: "Done" }).waitFor();
	} finally {
		await setSpeed(1);
		await phone("+14155550151").getByLabel("When called").selectOption("Ring");
	}
});

it("has room for the last call and the keys below it on any screen", async () => {
	const caller = await dialMainLine();
	const jane = phone("+14155550151");
	await jane.getByRole("button", { name: "Decline" }).click();
	await caller.getByText("Jane Smith is not available.").waitFor();
	await caller.getByRole("button", { name: "Hang Up" }).click();
	await caller.getByRole("button", { name: "Done" }).waitFor();
	await jane.getByRole("button", { name: "Done" }).waitFor();
	for (const [width, height] of screens) {
		await page.setViewportSize({ width, height });
		for (const one of [caller, jane]) {
			const parts = await one.evaluate(measureParts, measuredParts);
			for (const [place, { name, top, height: partHeight }] of parts.entries()) {
				const label = `${name} at ${width} × ${height}`;
				expect(partHeight, label).toBeGreaterThanOrEqual(name === "captions" ? linesPx : 24);
				expect(top, label).toBeGreaterThanOrEqual(parts[place - 1]?.bottom ?? 0);
			}
		}
	}
});

const screens = [
	[1280, 720],
	[1280, 800],
	[1280, 900],
	[390, 844],
] as const;
const measuredParts = [
	".dialled",
	".ended-head",
	".ended .captions",
	".quick-dial, .favourites",
	".keypad",
	".dial-row",
	".tab-bar",
];
const linesPx = 55;

function measureParts(section: Element, selectors: string[]) {
	return selectors
		.flatMap((selector) => [...section.querySelectorAll(selector)])
		.map((part) => {
			const { top, bottom, height } = part.getBoundingClientRect();
			return { name: part.className, top, bottom, height };
		});
}

it("leaves a voicemail when Jane declines, and it can be listened to", async () => {
	const caller = await dialMainLine();
	await phone("+14155550151").getByRole("button", { name: "Decline" }).click();
	await caller.getByText("Jane Smith is not available.").waitFor();
	const message = caller.getByRole("region", { name: "Leave a message" });
	await message.getByLabel("Tone").check();
	await message.getByLabel("Transcript").fill("Please call me back.");
	await message.getByRole("button", { name: "Send with #" }).click();
	await caller.getByText("Your message has been saved").waitFor();

	await page.getByRole("button", { name: "Play Recording" }).click();
	const audio = page.locator("audio").first();
	await audio.waitFor({ state: "attached" });
	const seconds = await audio.evaluate(
		(element) =>
			new Promise<number>((resolve) => {
				const player = element as HTMLAudioElement;
				if (player.readyState > 0) resolve(player.duration);
				player.addEventListener("loadedmetadata", () => resolve(player.duration));
				player.load();
			}),
	);
	expect(seconds).toBeGreaterThan(1);
});

it("keeps the clock slow while somebody writes a message, but not when the browser dies", async () => {
	const caller = await dialMainLine();
	await phone("+14155550151").getByRole("button", { name: "Decline" }).click();
	const message = caller.getByRole("region", { name: "Leave a message" });
	await message.getByLabel("Tone").check();
	await message.getByLabel("Transcript").focus();
	await page.waitForRequest(
		(request) => request.postDataJSON()?.forSeconds > 0 && !request.postDataJSON().speed,
	);
	expect(await readSpeed()).toBe(0.01);
	await Promise.all([page.waitForEvent("crash"), page.goto("chrome://crash").catch(() => null)]);
	await expect.poll(readSpeed, { timeout: 30_000 }).toBe(1);
});

async function readSpeed(): Promise<number> {
	const response = await fetch(`${mesh.url}/simulator/control/clock`);
	return ((await response.json()) as { speed: number }).speed;
}

async function query<Row>(sql: string): Promise<Row[]> {
	const database = await mesh.miniflare.getD1Database("DB", "cloudpbx-admin");
	return (await database.prepare(sql).all<Row>()).results;
}
