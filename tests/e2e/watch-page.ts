declare global {
	interface Window {
		/** Those that the page has opened, to be cut. */
		sockets: WebSocket[];
		reportFault: (fault: string) => void;
	}
}

/** Runs in the page: reports what the browser forbids and what moves by itself, and keeps the sockets. */
export function watchPage(): void {
	interface LayoutShift extends PerformanceEntry {
		value: number;
		hadRecentInput: boolean;
		sources: { node: Node | null }[];
	}
	document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
		window.reportFault(`forbidden: ${violatedDirective} ${blockedURI}`),
	);
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
			const moved = sources.map(({ node }) => (node instanceof Element ? node.className : node?.textContent));
			if (!hadRecentInput)
				window.reportFault(`moves by itself on ${location.pathname}: ${value} ${moved.join(", ")}`);
		}
	}).observe({ type: "layout-shift", buffered: true });
	window.sockets = [];
	window.WebSocket = new Proxy(WebSocket, {
		construct(target, args: [string]) {
			const socket = new target(...args);
			window.sockets.push(socket);
			return socket;
		},
	});
}
