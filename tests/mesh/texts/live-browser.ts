import type { TestMesh } from "../set-up/test-mesh.ts";

export interface Frame {
	seq?: number;
	kind: string;
	[field: string]: unknown;
}

/** An open page: its frames from a real WebSocket, and ways to wait for more. */
export class LiveBrowser {
	readonly frames: Frame[] = [];
	readonly isClosed: Promise<number>;
	readonly #socket: WebSocket;
	#wake = () => {};

	constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener("message", ({ data }) => {
			this.frames.push(JSON.parse(String(data)) as Frame);
			this.#wake();
		});
		this.isClosed = new Promise((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
	}

	static async open(mesh: TestMesh, headers: Record<string, string>, after?: number): Promise<LiveBrowser> {
		const search = after === undefined ? "" : `?after=${after}`;
		const Socket = WebSocket as unknown as new (url: string, options: object) => WebSocket;
		const browser = new LiveBrowser(
			new Socket(`${mesh.url.replace("http", "ws")}/api/live${search}`, { headers }),
		);
		await browser.hears(({ kind }) => kind === "hello");
		return browser;
	}

	async hears(isMeant: (frame: Frame) => boolean): Promise<Frame> {
		for (;;) {
			const found = this.frames.find(isMeant);
			if (found) return found;
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	/** The server has sent its close frame. Locally the connection ends some seconds later; browsers do not wait. */
	get isClosing(): boolean {
		return this.#socket.readyState !== WebSocket.OPEN;
	}

	say(signal: object): void {
		this.#socket.send(JSON.stringify(signal));
	}

	close(): void {
		this.#socket.close();
	}
}
