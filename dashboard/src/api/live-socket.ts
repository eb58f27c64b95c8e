import type { LiveFrame } from "@cloudpbx/contracts/news/live";
import { backOff } from "../domain/back-off.ts";

const pingMilliseconds = 25_000;
const pongMilliseconds = 10_000;
/** The server ends a socket with this when its credentials have to be shown again. */
const credentialsEnded = 4001;
/** `WebSocket.OPEN`. */
const socketIsOpen = 1;

interface Listener {
	onFrame(frame: LiveFrame): void;
	onOpen(): void;
	onLost(): void;
	/** A socket could not be opened, which may mean a lost session: a browser does not tell. */
	onRefused(): void;
}

interface Surroundings {
	open(after: number | null): WebSocket;
	random(): number;
}

/**
 * Hears the company's news until it is stopped. After a break it asks for what it missed; the tries come at growing distances,
 * and at once by `hurry`.
 */
export function followLive(after: number | null, listener: Listener, surroundings: Surroundings) {
	let seq = after;
	let attempt = 0;
	let socket: WebSocket | null = null;
	let isStopped = false;
	/** Asked whether it is still there, and not heard since. */
	let isDoubted = false;
	let retryTimer: ReturnType<typeof setTimeout> | undefined;
	let pingTimer: ReturnType<typeof setTimeout> | undefined;

	function connect(): void {
		clearTimeout(retryTimer);
		const current = surroundings.open(seq);
		socket = current;
		let wasOpen = false;
		current.onopen = () => {
			wasOpen = true;
			schedulePing(current);
			listener.onOpen();
		};
		current.onmessage = ({ data }) => {
			schedulePing(current);
			if (isDoubted) listener.onOpen();
			isDoubted = false;
			if (data === "pong") return;
			const frame = JSON.parse(String(data)) as LiveFrame;
			if (frame.kind !== "presence") seq = frame.seq;
			attempt = 0;
			listener.onFrame(frame);
		};
		current.onclose = ({ code }) => {
			if (socket !== current) return;
			socket = null;
			clearTimeout(pingTimer);
			if (isStopped) return;
			if (code === credentialsEnded && wasOpen) return connect();
			listener.onLost();
			if (!wasOpen) listener.onRefused();
			retryTimer = setTimeout(connect, backOff(attempt++, surroundings.random()));
		};
	}

	/** Silence is asked about; a socket that does not answer is dead, however open it looks. */
	function schedulePing(current: WebSocket): void {
		clearTimeout(pingTimer);
		pingTimer = setTimeout(() => ping(current), pingMilliseconds);
	}

	function ping(current: WebSocket): void {
		clearTimeout(pingTimer);
		current.send("ping");
		pingTimer = setTimeout(() => drop(current), pongMilliseconds);
	}

	/** Closing waits for the other side, which may be gone: the end is not waited for. */
	function drop(current: WebSocket): void {
		current.close();
		current.onclose?.(new CloseEvent("close", { code: 1006 }));
	}

	connect();
	return {
		/** Says something to the server; lost without a connection. */
		send(message: object): void {
			if (socket?.readyState === socketIsOpen) socket.send(JSON.stringify(message));
		},
		/** The network is back, or the reader is: no waiting. A socket that looks open is asked whether it is. */
		hurry(): void {
			if (isStopped) return;
			if (socket === null) {
				attempt = 0;
				connect();
			} else if (socket.readyState === socketIsOpen) {
				isDoubted = true;
				ping(socket);
			}
		},
		stop(): void {
			isStopped = true;
			clearTimeout(retryTimer);
			clearTimeout(pingTimer);
			socket?.close();
		},
	};
}
