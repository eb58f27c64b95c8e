import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Uses the Chromium of an npm package, which is built for Linux; on other systems the installed Chrome. */
export async function openBrowser(): Promise<Browser> {
	if (process.platform !== "linux") return playwright.launch({ channel: "chrome" });
	const executablePath = await chromium.executablePath();
	if (!existsSync(executablePath)) throw new Error(`There is no browser at ${executablePath}.`);
	// Flags for serverless functions. The first two end the browser when a page closes; the others compute WebGL.
	const unwanted =
		/^--(single-process|no-zygote|use-gl|use-angle|enable-unsafe-swiftshader|in-process-gpu|ignore-gpu-blocklist)\b/;
	const args = chromium.args.filter((flag) => !unwanted.test(flag));
	return playwright.launch({
		executablePath,
		args: [
			...args,
			"--disable-gpu",
			"--disable-background-networking",
			"--use-fake-ui-for-media-stream",
			"--use-fake-device-for-media-stream",
		],
	});
}
