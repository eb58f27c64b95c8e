import type { LiveListener } from "@cloudpbx/contracts/news/live";
import type { Place } from "./presence.ts";

/** The state of a socket, at most 2,048 bytes. It survives hibernation. */
export interface Listener extends LiveListener {
	/** Milliseconds since 1970. */
	checkAt: number;
	place: Place | null;
	signals: { since: number; count: number };
}

export interface Connection {
	socket: WebSocket;
	listener: Listener;
}

export const closeCodes = { credentialEnded: 4001, tooBig: 1009, tooMany: 1008 } as const;

export class Listeners {
	readonly #context: DurableObjectState;

	constructor(context: DurableObjectState) {
		this.#context = context;
		context.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
	}

	accept(socket: WebSocket, listener: Listener): void {
		this.#context.acceptWebSocket(socket);
		this.save(socket, listener);
	}

	save(socket: WebSocket, listener: Listener): void {
		socket.serializeAttachment(listener);
	}

	of(socket: WebSocket): Listener {
		return socket.deserializeAttachment() as Listener;
	}

	isOpen({ readyState }: WebSocket): boolean {
		return readyState === WebSocket.READY_STATE_OPEN;
	}

	/** The runtime still lists a closing socket for a while. */
	all(): Connection[] {
		return this.#context
			.getWebSockets()
			.filter((socket) => this.isOpen(socket))
			.map((socket) => ({ socket, listener: this.of(socket) }));
	}

	send(socket: WebSocket, frame: string): void {
		try {
			socket.send(frame);
		} catch {
			this.close(socket, 1011, "The line broke.");
		}
	}

	close(socket: WebSocket, code: number, reason: string): void {
		try {
			socket.close(code, reason);
		} catch {}
	}
}
