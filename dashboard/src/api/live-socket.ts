import type { LiveFrame } from "@cloudpbx/contracts/news/live";
import { backOff } from "../domain/back-off.ts";

const pingMilliseconds = 25_000;
const pongMilliseconds = 10_000;
/** The server closes a socket with this code when its credentials have to be checked again. */
const credentialsEnded = 4001;
const socketIsOpen = 1;

interface Listener {
	onFrame(frame: LiveFrame): void;
	onOpen(): void;
	onLost(): void;
	/** A socket could not be opened. The browser does not say why; the session may be lost. */
	onRefused(): void;
}

interface Surroundings {
	open(after: number | null): WebSocket;
	random(): number;
}

/** After a break asks for the missed frames. Retries back off; `hurry` retries at once. */
export function followLive(after: number | null, listener: Listener, surroundings: Surroundings) {
	let seq = after;
	let attempt = 0;
	let socket: WebSocket | null = null;
	let isStopped = false;
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

	/** Pings after silence. A socket that does not answer is dead, whatever its state says. */
	function schedulePing(current: WebSocket): void {
		clearTimeout(pingTimer);
		pingTimer = setTimeout(() => ping(current), pingMilliseconds);
	}

	function ping(current: WebSocket): void {
		clearTimeout(pingTimer);
		current.send("ping");
		pingTimer = setTimeout(() => drop(current), pongMilliseconds);
	}

	/** Does not wait for the close handshake: the other side may be gone. */
	function drop(current: WebSocket): void {
		current.close();
		current.onclose?.(new CloseEvent("close", { code: 1006 }));
	}

	connect();
	return {
		send(message: object): void {
			if (socket?.readyState === socketIsOpen) socket.send(JSON.stringify(message));
		},
		/** Retries at once after the network or the reader is back. A socket that looks open is pinged. */
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
