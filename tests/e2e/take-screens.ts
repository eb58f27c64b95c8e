import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { openBrowser } from "./open-browser.ts";
import { listScenes, openStage, showScene } from "./open-stage.ts";

/**
 * A picture of every scene of the dashboard's stage: `npm run screens`, or `npm run screens -- inbox` for those whose name begins
 * so.
 */
const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "screenshots");
const looks: Record<string, BrowserContextOptions> = {
	light: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
	dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
	phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true, isMobile: true },
};
const wanted = process.argv.slice(2);

const build = spawnSync(
	join(root, "node_modules", ".bin", "turbo"),
	["run", "build", "--filter=@cloudpbx/dashboard", "--output-logs=errors-only"],
	{
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	},
);
if (build.status !== 0) process.exit(1);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
const browser = await openBrowser();
const stage = await openStage();
try {
	await Promise.all(Object.entries(looks).map(([look, options]) => takeAll(look, options)));
} finally {
	await browser.close();
	stage.close();
}

async function takeAll(look: string, options: BrowserContextOptions): Promise<void> {
	mkdirSync(join(folder, look), { recursive: true });
	const page = await (await stage.newContext(browser, { ...options, reducedMotion: "reduce" })).newPage();
	const names = (await listScenes(page)).map(({ name }) => name);
	const scenes = names.filter(
		(name) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)),
	);
	for (const name of scenes) {
		try {
			await showScene(page, name);
			await page.screenshot({ path: join(folder, look, `${name}.png`) });
		} catch (error) {
			process.exitCode = 1;
			console.error(`${look}/${name}: ${error instanceof Error ? error.message : error}`);
		}
	}
	console.log(`${scenes.length} screenshots in screenshots/${look}`);
}
