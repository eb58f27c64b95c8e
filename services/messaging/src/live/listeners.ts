import type { LiveListener } from "@cloudpbx/contracts/live";
import type { Place } from "./presence.ts";

/** What is known of each socket, kept with it through hibernation: 2,048 bytes at most. */
export interface Listener extends LiveListener {
	/** Milliseconds since 1970 at which its credential is read again. */
	checkAt: number;
	place: Place | null;
	/** What its browser has said lately. */
	signals: { since: number; count: number };
}

export interface Connection {
	socket: WebSocket;
	listener: Listener;
}

/** With what we close a socket; the reason beside it is in words. */
export const closeCodes = { credentialEnded: 4001, tooBig: 1009, tooMany: 1008 } as const;

/** The sockets of browsers. */
export class Listeners {
	readonly #context: DurableObjectState;

	constructor(context: DurableObjectState) {
		this.#context = context;
		// Answered without waking the object.
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

	/** Those that are open; one that is closing is still known to the runtime for a while. */
	all(): Connection[] {
		return this.#context
			.getWebSockets()
			.filter((socket) => this.isOpen(socket))
			.map((socket) => ({ socket, listener: this.of(socket) }));
	}

	/** A line may break at any moment: then the handler of its end comes next. */
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
		} catch {
			// It is closed.
		}
	}
}
