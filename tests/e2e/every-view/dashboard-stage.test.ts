import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../set-up/open-browser.ts";
import { findLayoutFaults } from "./find-layout-faults.ts";
import { axePath, type ListedScene, listScenes, openStage, type Stage, showScene } from "./open-stage.ts";

/**
 * Opens every scene of the stage, wide and narrow, with axe in turns wide and light, or narrow and dark. Parts, and
 * the first scene of each page, run in every look; `LOOKS=all` runs all scenes in every look. The dashboard's
 * contrast.test.ts computes the other colours.
 */
type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;
const plain: Media = {
	colorScheme: "light",
	contrast: "no-preference",
	forcedColors: "none",
	reducedMotion: "reduce",
};
interface Look {
	media: Media;
	widths: number[];
	more: number[];
}
const looks: Record<string, Look> = {
	light: { media: plain, widths: [1280, 360], more: [768] },
	dark: { media: { ...plain, colorScheme: "dark" }, widths: [360], more: [] },
	"more contrast": { media: { ...plain, contrast: "more" }, widths: [], more: [1280, 360] },
	"forced colours": { media: { ...plain, forcedColors: "active" }, widths: [], more: [1280, 768, 360] },
	"with motion": { media: { ...plain, reducedMotion: "no-preference" }, widths: [], more: [768] },
};

const rulesOfLooks = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];

const workers = 4;
let browser: Browser;
let stage: Stage;
let context: BrowserContext;
let scenes: ListedScene[] = [];

beforeAll(async () => {
	browser = await openBrowser();
	stage = await openStage();
	context = await stage.newContext(browser);
	const page = await context.newPage();
	scenes = await listScenes(page);
	await page.close();
});

afterAll(async () => {
	await browser?.close();
	stage?.close();
});

it("shows every scene whole and accessible, in every width and preference", {
	timeout: 1_800_000,
}, async () => {
	expect(scenes.length).toBeGreaterThan(20);
	const wanted = process.env.SCENES?.split(",");
	const waiting = scenes.filter(
		({ name }) => !wanted || wanted.some((beginning) => name.startsWith(beginning)),
	);
	const faults: string[] = [];
	await Promise.all(
		Array.from({ length: workers }, async () => {
			const page = await context.newPage();
			let shown = "";
			watch(page, (fault) => faults.push(`${shown}: ${fault}`));
			for (let scene = waiting.shift(); scene !== undefined; scene = waiting.shift()) {
				shown = scene.name;
				const found = await inspect(page, scene).catch((error: Error) => [error.message]);
				faults.push(...found.map((fault) => `${shown}: ${fault}`));
			}
			await page.close();
		}),
	);
	expect(faults).toEqual([]);
});

async function inspect(page: Page, scene: ListedScene): Promise<string[]> {
	const faults: string[] = [];
	const isForEverything = isInEveryLook(scene);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia(plain);
	await showScene(page, scene);
	for (const [look, { media, widths, more }] of Object.entries(looks)) {
		const chosen = isForEverything ? [...widths, ...more] : widths;
		if (chosen.length > 0) await page.emulateMedia(media);
		for (const width of chosen) {
			await page.setViewportSize({ width, height: 800 });
			const where = `${look}, ${width} px`;
			faults.push(...(await page.evaluate(findLayoutFaults)).map((fault) => `${where}: ${fault}`));
			if (isForAxe(scene, look, width)) {
				const rules = look === "dark" && isForEverything ? rulesOfLooks : null;
				const found = await runAxe(page, { withContrast: look !== "forced colours", rules });
				faults.push(...found.map((fault) => `${where}: ${fault}`));
			}
		}
	}
	if (!isForEverything) return faults;
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

function isInEveryLook(scene: ListedScene): boolean {
	return process.env.LOOKS === "all" || isPart(scene) || isFirstOfPage(scene);
}

const isPart = ({ name }: ListedScene) => name.startsWith("parts-");

function isFirstOfPage({ name, path }: ListedScene): boolean {
	const pathOf = (scene: Pick<ListedScene, "path">) => scene.path.split("?")[0];
	return scenes.find((scene) => pathOf(scene) === pathOf({ path }))?.name === name;
}

function isForAxe(scene: ListedScene, look: string, width: number): boolean {
	const turn = scenes.indexOf(scene) % 2 === 0 ? "light" : "dark";
	if (look === "light") return width === 1280 && (turn === "light" || isInEveryLook(scene));
	if (look === "dark") return width === 360 && (turn === "dark" || isInEveryLook(scene));
	return isPart(scene) && look !== "with motion" && width === 1280;
}

/**
 * A contrast that axe cannot decide is a finding. contrast.test.ts has the exceptions: single characters, what a
 * menu covers, and what a pane's edge cuts. In forced colours axe's rule is wrong.
 */
async function runAxe(
	page: Page,
	{ withContrast, rules }: { withContrast: boolean; rules: string[] | null },
): Promise<string[]> {
	const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
	// In a lower window, what lies below a pane's fold would count as covered.
	await page.setViewportSize({ width, height: 4000 });
	// A string, because vitest rewrites an import.
	await page.evaluate(`import("${axePath}").then(() => undefined)`);
	const { violations, incomplete } = await page.evaluate(
		({ withContrast, rules }) => {
			const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
			const { axe } = window as unknown as {
				axe: { run: (scope: Element, options: object) => Promise<AxeResults> };
			};
			return axe.run(dialog ?? document.documentElement, {
				resultTypes: ["violations", "incomplete"],
				...(rules
					? { runOnly: { type: "rule", values: rules } }
					: { rules: { "color-contrast": { enabled: withContrast } } }),
			});
		},
		{ withContrast, rules },
	);
	const hasMenu = (await page.locator(":popover-open").count()) > 0;
	await page.setViewportSize({ width, height });
	const undecided = incomplete.filter(({ id }) => id === "color-contrast");
	return [...violations, ...undecided].flatMap(({ id, nodes }) =>
		nodes
			.filter(({ any }) => {
				const key = any[0]?.data?.messageKey;
				const isCutByPane =
					key === "elmPartiallyObscured" &&
					any[0]?.relatedNodes?.every(({ target }) => target.join() === "body");
				return key !== "shortTextContent" && !(key === "bgOverlap" && hasMenu) && !isCutByPane;
			})
			.map(
				({ target, failureSummary }) =>
					`axe ${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1] ?? ""}`,
			),
	);
}

function watch(page: Page, report: (fault: string) => void): void {
	page.on("pageerror", (error) => report(`error: ${error.message}`));
	page.on("console", (message) => {
		if (message.type() === "error") report(`console: ${message.text()}`);
	});
	page.on("request", (request) => {
		if (!["data:", "blob:", stage.origin].some((own) => request.url().startsWith(own)))
			report(`asks elsewhere: ${request.url()}`);
	});
}
