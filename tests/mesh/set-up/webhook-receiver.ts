import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedEvent {
	headers: IncomingHttpHeaders;
	body: string;
	id: string;
	type: string;
	data: Record<string, unknown>;
}

export class WebhookReceiver {
	received: ReceivedEvent[] = [];
	answer: (response: ServerResponse, event: ReceivedEvent) => void = (response) =>
		response.writeHead(204).end();
	#server: Server | null = null;
	#port = 0;

	get url(): string {
		return `http://127.0.0.1:${this.#port}/hook`;
	}

	async start(): Promise<this> {
		const server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const body = Buffer.concat(chunks).toString();
			const { type, data } = JSON.parse(body || "{}") as Pick<ReceivedEvent, "type" | "data">;
			const event = { headers: request.headers, body, id: String(request.headers["webhook-id"]), type, data };
			this.received.push(event);
			this.answer(response, event);
		});
		this.#server = server;
		await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
		this.#port = (server.address() as AddressInfo).port;
		return this;
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = null;
		if (!server) return;
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}

	idsOf(type: string): string[] {
		return this.received.filter((event) => event.type === type).map(({ id }) => id);
	}
}
