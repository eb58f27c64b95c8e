import type { Page } from "playwright-core";

declare global {
	interface Window {
		/** Those that the page has opened, to be cut. */
		sockets: WebSocket[];
		/** How far the page moved by itself: the sum of its layout shifts. */
		shifted: number;
		reportFault: (fault: string) => void;
		reportShift: (shift: string) => void;
	}
}

export interface PageWatch {
	report: (fault: string) => void;
	/** How addresses begin that the page may ask. */
	own: string[];
	/** What the browser itself writes down as an error, such as the 401 by which a page learns that nobody is signed in. */
	expected: RegExp;
	/** Called with each layout shift; left out, only `window.shifted` counts them. */
	reportShift?: (shift: string) => void;
}

/** Before the page opens an address. Reports what fails, is forbidden or goes elsewhere, and keeps the page's sockets. */
export async function watchPage(
	page: Page,
	{ report, own, expected, reportShift = () => undefined }: PageWatch,
): Promise<void> {
	page.on("pageerror", (error) => report(error.message));
	page.on("console", (message) => {
		if (message.type() === "error" && !expected.test(message.text())) report(message.text());
	});
	page.on("request", (request) => {
		if (!own.some((beginning) => request.url().startsWith(beginning)))
			report(`asks elsewhere: ${request.url()}`);
	});
	await page.exposeFunction("reportFault", report);
	await page.exposeFunction("reportShift", reportShift);
	await page.addInitScript(watchFromWithin);
}

/**
 * From now on answers come late: the code 0.1 s and the data up to 0.5 s, or the other way round. Movement that quick answers hide
 * is seen then.
 */
export async function slowDown(page: Page, late: "code" | "data"): Promise<void> {
	let count = 0;
	await page.route("**/*", async (route) => {
		const isLate = route.request().url().includes("/api/") === (late === "data");
		// Not all at the same time: what is asked for together comes one after the other.
		const milliseconds = isLate ? 300 + (count++ % 3) * 100 : 100;
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		// A page that was left takes no answer.
		await route.continue().catch(() => undefined);
	});
}

/** Closes the page's sockets, as a lost network does. */
export async function closeSockets(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const socket of window.sockets) socket.close();
	});
}

/** Runs in the page. */
function watchFromWithin(): void {
	interface LayoutShift extends PerformanceEntry {
		value: number;
		hadRecentInput: boolean;
		sources: { node: Node | null }[];
	}
	/**
	 * Movement within this time after a press is its answer. A browser counts 0.5 s, which a busy machine needs for less; what comes late
	 * without a press is what `slowDown` shows.
	 */
	const answerMilliseconds = 3000;
	let pressedAt = Number.NEGATIVE_INFINITY;
	for (const kind of ["pointerdown", "keydown", "input", "change", "drop"])
		document.addEventListener(kind, ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
	window.sockets = [];
	window.shifted = 0;
	window.WebSocket = new Proxy(WebSocket, {
		construct(target, args: [string]) {
			const socket = new target(...args);
			window.sockets.push(socket);
			return socket;
		},
	});
	document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
		window.reportFault(`forbidden: ${violatedDirective} ${blockedURI}`),
	);
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput, sources, startTime } of list.getEntries() as LayoutShift[]) {
			if (hadRecentInput || startTime < pressedAt + answerMilliseconds) continue;
			window.shifted += value;
			const moved = sources.map(({ node }) => {
				const words = node?.textContent?.trim().replace(/\s+/g, " ").slice(0, 30) ?? "";
				return node instanceof Element ? `${node.localName}.${node.className} “${words}”` : `“${words}”`;
			});
			window.reportShift(`moves by itself: ${value} ${moved.join(", ")}`);
		}
	}).observe({ type: "layout-shift", buffered: true });
}
