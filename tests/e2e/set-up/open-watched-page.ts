import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { OpenMesh } from "./open-mesh.ts";
import { watchPage } from "./watch-page.ts";

export interface WatchedPage {
	context: BrowserContext;
	page: Page;
	faults: string[];
}

export interface PageExpectations {
	/** Errors that the browser itself logs, such as the 401 of a page without a session. */
	expected: RegExp;
	alsoAsks?: string[];
	mustStandStill?: boolean;
	height?: number;
	permissions?: BrowserContextOptions["permissions"];
}

/** Opens a page in its own context. Errors and requests to other hosts are faults. */
export async function openWatchedPage(
	{ browser, mesh }: OpenMesh,
	{ expected, alsoAsks = [], mustStandStill = false, height = 900, permissions }: PageExpectations,
): Promise<WatchedPage> {
	const faults: string[] = [];
	const report = (fault: string) => void faults.push(fault);
	const context = await browser.newContext({
		viewport: { width: 1280, height },
		locale: "en-US",
		permissions,
	});
	const page = await context.newPage();
	await watchPage(page, {
		report,
		reportShift: mustStandStill ? (shift) => report(`${new URL(page.url()).pathname}: ${shift}`) : undefined,
		own: [mesh.url, ...alsoAsks],
		expected,
	});
	return { context, page, faults };
}
