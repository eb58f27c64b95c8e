import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Chromium comes from npm, so that no machine has to have one. It is built for Linux; elsewhere Chrome is used. */
export async function openBrowser(): Promise<Browser> {
	if (process.platform !== "linux") return playwright.launch({ channel: "chrome" });
	const executablePath = await chromium.executablePath();
	if (!existsSync(executablePath)) throw new Error(`There is no browser at ${executablePath}.`);
	// Made for a function that lives for one request: with the first two, closing a page ends the whole browser. Pages are drawn without
	// WebGL, so a card that is computed in software only costs time.
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
