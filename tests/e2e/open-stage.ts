import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

const stageFolder = join(import.meta.dirname, "..", "..", "dashboard", "dist-stage");
const origin = "https://stage.test";
const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
};

/** A browser before the built stage. No server runs: every file is read from the folder of the build. */
export async function openStage(
	browser: Browser,
	options: BrowserContextOptions = {},
): Promise<BrowserContext> {
	const context = await browser.newContext({
		locale: "en-US",
		timezoneId: "America/New_York",
		...options,
	});
	await context.route("**/*", (route) => {
		const { pathname, origin: from } = new URL(route.request().url());
		if (from !== origin) return route.abort();
		const isFile = extname(pathname) !== "";
		const file = join(stageFolder, isFile ? pathname : "index.html");
		return route.fulfill({
			body: readFileSync(file),
			contentType: types[extname(file)] ?? "text/plain",
			headers,
		});
	});
	return context;
}

/** The policy of the product: what it forbids fails on the stage, too. */
const policy = /^\s*Content-Security-Policy: (.*)$/m.exec(
	readFileSync(join(stageFolder, "_headers"), "utf8"),
)?.[1];
const headers = { "content-security-policy": policy ?? "default-src 'none'" };

export interface ListedScene {
	name: string;
	/** Where the dashboard is opened. */
	path: string;
}

/** All scenes, in the order of their files. */
export async function listScenes(page: Page): Promise<ListedScene[]> {
	await page.goto(`${origin}/`);
	await page.locator("html[data-scenes]").waitFor();
	return JSON.parse((await page.locator("html").getAttribute("data-scenes")) ?? "[]");
}

/** With `isHostile` every text from outside is one of the injection corpus. */
export async function showScene(page: Page, name: string, { isHostile = false } = {}): Promise<void> {
	await page.goto(`${origin}/?scene=${name}${isHostile ? "&hostile" : ""}`);
	await page.locator(`html[data-ready="${name}"]`).waitFor({ timeout: 15_000 });
}
