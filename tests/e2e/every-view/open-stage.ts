import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

const stageFolder = join(import.meta.dirname, "..", "..", "..", "dashboard", "dist-stage");
const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
};

export const axePath = "/axe.min.js";
const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface Stage {
	origin: string;
	newContext(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext>;
	close(): void;
}

/** Serves the built stage by HTTP: intercepted requests would switch off the browser's cache. */
export async function openStage(): Promise<Stage> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://stage");
		const isFile = extname(pathname) !== "";
		try {
			const file = pathname === axePath ? axeFile : join(stageFolder, isFile ? pathname : "index.html");
			const content = readFileSync(file);
			response.writeHead(200, {
				"content-type": types[extname(file)] ?? "text/plain",
				"cache-control": isFile ? "public, max-age=3600, immutable" : "no-store",
				"content-security-policy": policy ?? "default-src 'none'",
			});
			response.end(content);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		newContext: (browser, options = {}) =>
			browser.newContext({ baseURL: origin, locale: "en-US", timezoneId: "America/New_York", ...options }),
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

const policy = /^\s*Content-Security-Policy: (.*)$/m.exec(
	readFileSync(join(stageFolder, "_headers"), "utf8"),
)?.[1];

export interface ListedScene {
	name: string;
	path: string;
	file: string;
}

export async function listScenes(page: Page): Promise<ListedScene[]> {
	await page.goto("/");
	await page.locator("html[data-scenes]").waitFor();
	return JSON.parse((await page.locator("html").getAttribute("data-scenes")) ?? "[]");
}

/** `isHostile` replaces every text from outside by the injection corpus. */
export async function showScene(
	page: Page,
	{ name, file }: ListedScene,
	{ isHostile = false } = {},
): Promise<void> {
	await page.goto(`/?scene=${name}&file=${file}${isHostile ? "&hostile" : ""}`);
	await page.locator(`html[data-ready="${name}"]`).waitFor({ timeout: 15_000 });
}
