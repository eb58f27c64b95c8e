import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findLayoutFaults } from "./find-layout-faults.ts";
import { openBrowser } from "./open-browser.ts";
import { listScenes, openStage, showScene } from "./open-stage.ts";

/**
 * Every scene of the dashboard's stage. Each is loaded once and then looked at in every preference and, where the preference changes
 * the size of things, in every width. Two runs of axe a scene see both colour schemes and both layouts; the dashboard's
 * contrast.test.ts computes the other colours. The scenes of parts are also run with more contrast and forced colours.
 */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;
const plain: Media = {
	colorScheme: "light",
	contrast: "no-preference",
	forcedColors: "none",
	reducedMotion: "reduce",
};
const preferences: Record<string, { media: Media; widths: number[] }> = {
	light: { media: plain, widths: [1280, 768, 360] },
	dark: { media: { ...plain, colorScheme: "dark" }, widths: [360] },
	"more contrast": { media: { ...plain, contrast: "more" }, widths: [1280, 360] },
	"forced colours": { media: { ...plain, forcedColors: "active" }, widths: [1280, 768, 360] },
	"with motion": { media: { ...plain, reducedMotion: "no-preference" }, widths: [768] },
};

/** In two pages at once: one waits while the other draws. */
const workers = 2;
let browser: Browser;
let context: BrowserContext;
let scenes: string[] = [];

beforeAll(async () => {
	browser = await openBrowser();
	context = await openStage(browser);
	const page = await context.newPage();
	scenes = (await listScenes(page)).map(({ name }) => name);
	await page.close();
});

afterAll(() => browser?.close());

it("shows every scene whole and accessible, in every width and preference", {
	timeout: 1_800_000,
}, async () => {
	expect(scenes.length).toBeGreaterThan(20);
	const wanted = process.env.SCENES?.split(",");
	const waiting = scenes.filter((name) => !wanted || wanted.some((beginning) => name.startsWith(beginning)));
	const faults: string[] = [];
	await Promise.all(
		Array.from({ length: workers }, async () => {
			const page = await context.newPage();
			watch(page, faults);
			for (let scene = waiting.shift(); scene !== undefined; scene = waiting.shift()) {
				const found = await inspect(page, scene).catch((error: Error) => [error.message]);
				faults.push(...found.map((fault) => `${scene}: ${fault}`));
			}
			await page.close();
		}),
	);
	expect(faults).toEqual([]);
});

async function inspect(page: Page, scene: string): Promise<string[]> {
	const faults: string[] = [];
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia(plain);
	await showScene(page, scene);
	for (const [preference, { media, widths }] of Object.entries(preferences)) {
		await page.emulateMedia(media);
		for (const width of widths) {
			await page.setViewportSize({ width, height: 800 });
			const where = `${preference}, ${width} px`;
			faults.push(...(await page.evaluate(findLayoutFaults)).map((fault) => `${where}: ${fault}`));
			if (isForAxe(scene, preference, width)) {
				faults.push(
					...(await runAxe(page, preference !== "forced colours")).map((fault) => `${where}: ${fault}`),
				);
			}
		}
	}
	await page.emulateMedia(plain);
	await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
	for (const width of [1280, 768]) {
		await page.setViewportSize({ width, height: 800 });
		faults.push(
			...(await page.evaluate(findLayoutFaults)).map((fault) => `200 % text, ${width} px: ${fault}`),
		);
	}
	return faults;
}

function isForAxe(scene: string, preference: string, width: number): boolean {
	if (preference === "light") return width === 1280;
	if (preference === "dark") return width === 360;
	return scene.startsWith("parts-") && preference !== "with motion" && width === 1280;
}

/**
 * What axe cannot decide about contrast counts as a finding: it has skipped real ones. Two things are left to the computed pairs:
 * single characters, and what a menu lies over. Its rule is wrong in forced colours.
 */
async function runAxe(page: Page, withContrast: boolean): Promise<string[]> {
	const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
	// What lies below the fold of a pane would count as covered.
	await page.setViewportSize({ width, height: 4000 });
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
	const { violations, incomplete } = await page.evaluate((contrast) => {
		const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
		const { axe } = window as unknown as {
			axe: { run: (scope: Element, options: object) => Promise<AxeResults> };
		};
		return axe.run(dialog ?? document.documentElement, {
			resultTypes: ["violations", "incomplete"],
			rules: { "color-contrast": { enabled: contrast } },
		});
	}, withContrast);
	const hasMenu = (await page.locator(":popover-open").count()) > 0;
	await page.setViewportSize({ width, height });
	const undecided = incomplete.filter(({ id }) => id === "color-contrast");
	return [...violations, ...undecided].flatMap(({ id, nodes }) =>
		nodes
			.filter(({ any }) => {
				const key = any[0]?.data?.messageKey;
				return key !== "shortTextContent" && !(key === "bgOverlap" && hasMenu);
			})
			.map(
				({ target, failureSummary }) =>
					`axe ${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1] ?? ""}`,
			),
	);
}

/** On no scene may anything fail, be forbidden, or go elsewhere. */
function watch(page: Page, faults: string[]): void {
	page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
	page.on("console", (message) => {
		if (message.type() === "error") faults.push(`console: ${message.text()}`);
	});
	page.on("request", (request) => {
		if (!/^(https:\/\/stage\.test\/|data:|blob:)/.test(request.url()))
			faults.push(`asks elsewhere: ${request.url()}`);
	});
}
