import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
	method: string;
	path: string;
	url: string;
	headers: Record<string, string | undefined>;
	params: Record<string, string>;
}

interface Answer {
	status?: number;
	type?: string | null;
	headers?: Record<string, string>;
	body?: string;
}

type Handler = (request: Received) => string | Answer | Promise<string | Answer>;

/** The customer's application: answers by path and keeps the requests. */
export class CustomerApp {
	readonly received: Received[] = [];
	readonly #handlers = new Map<string, Handler>();
	readonly #server: Server;
	readonly origin: string;

	private constructor(server: Server) {
		this.#server = server;
		this.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	}

	static async start(): Promise<CustomerApp> {
		let app: CustomerApp | null = null;
		const server = createServer((request, response) => {
			void app?.serve(request, response);
		});
		await new Promise<void>((resolve) => server.listen(0, resolve));
		app = new CustomerApp(server);
		return app;
	}

	/** A text is the inside of a <Response>. */
	on(path: string, answer: Handler | string | Answer): void {
		this.#handlers.set(path, typeof answer === "function" ? answer : () => answer);
	}

	url(path: string): string {
		return this.origin + path;
	}

	requestsTo(path: string): Received[] {
		return this.received.filter((request) => request.path === path);
	}

	clear(): void {
		this.#handlers.clear();
		this.received.length = 0;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const received = await receive(request);
		this.received.push(received);
		const handler = this.#handlers.get(received.path);
		const answer = handler ? await handler(received) : { status: 404, body: "" };
		const { status = 200, type = "text/xml", headers = {}, body = "" } = toAnswer(answer);
		response.writeHead(status, { ...(type && { "content-type": type }), ...headers });
		response.end(body);
	}
}

function toAnswer(answer: string | Answer): Answer {
	return typeof answer === "string" ? { body: `<Response>${answer}</Response>` } : answer;
}

async function receive(request: IncomingMessage): Promise<Received> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
	const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
	return {
		method: request.method ?? "",
		path: url.pathname,
		url: `http://${request.headers.host}${request.url}`,
		headers: request.headers as Record<string, string | undefined>,
		params: { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(form) },
	};
}
