import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { openBrowser } from "../set-up/open-browser.ts";
import { listScenes, openStage, showScene } from "./open-stage.ts";

/** Pictures every scene: `npm run screens`, or `npm run screens -- inbox` for names that begin with "inbox". */
const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, "screenshots");
const devices: { options: BrowserContextOptions; looks: Record<string, "light" | "dark"> }[] = [
	{ options: { viewport: { width: 1280, height: 800 } }, looks: { light: "light", dark: "dark" } },
	{
		options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		looks: { phone: "light" },
	},
];
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
	await Promise.all(devices.map(({ options, looks }) => takeAll(options, looks)));
} finally {
	await browser.close();
	stage.close();
}

async function takeAll(
	options: BrowserContextOptions,
	looks: Record<string, "light" | "dark">,
): Promise<void> {
	for (const look of Object.keys(looks)) mkdirSync(join(folder, look), { recursive: true });
	const page = await (await stage.newContext(browser, { ...options, reducedMotion: "reduce" })).newPage();
	const scenes = (await listScenes(page)).filter(
		({ name }) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)),
	);
	for (const scene of scenes) {
		const { name } = scene;
		try {
			await showScene(page, scene);
			for (const [look, colorScheme] of Object.entries(looks)) {
				await page.emulateMedia({ colorScheme });
				await page.screenshot({ path: join(folder, look, `${name}.png`) });
			}
		} catch (error) {
			process.exitCode = 1;
			console.error(`${name}: ${error instanceof Error ? error.message : error}`);
		}
	}
	console.log(`${scenes.length} screenshots each in ${Object.keys(looks).join(", ")}`);
}
