import type { Page } from "playwright-core";

declare global {
	interface Window {
		sockets: WebSocket[];
		shifted: number;
		reportFault: (fault: string) => void;
		reportShift: (shift: string) => void;
	}
}

export interface PageWatch {
	report: (fault: string) => void;
	own: string[];
	expected: RegExp;
	reportShift?: (shift: string) => void;
}

/** Call it before the page opens an address. */
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

/** Delays code by 0.1 s and data by 0.3 to 0.5 s, or the other way round. */
export async function slowDown(page: Page, late: "code" | "data"): Promise<void> {
	let count = 0;
	await page.route("**/*", async (route) => {
		const isLate = route.request().url().includes("/api/") === (late === "data");
		const milliseconds = isLate ? 300 + (count++ % 3) * 100 : 100;
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		// The page may be gone.
		await route.continue().catch(() => undefined);
	});
}

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
	/** A later shift has another cause than the press. The browser's own 0.5 s are too short for a busy machine. */
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
