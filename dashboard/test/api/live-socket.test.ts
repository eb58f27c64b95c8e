import type { LiveFrame } from "@cloudpbx/contracts/news/live";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followLive } from "../../src/api/live-socket.ts";
import { backOff } from "../../src/domain/back-off.ts";

class FakeSocket {
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: string }) => void) | null = null;
	onclose: ((event: { code: number }) => void) | null = null;
	sent: string[] = [];
	readyState = 0;
	readonly after: number | null;
	constructor(after: number | null) {
		this.after = after;
	}
	send(text: string): void {
		this.sent.push(text);
	}
	close(): void {}
	say(frame: unknown): void {
		this.onmessage?.({ data: JSON.stringify(frame) });
	}
}

let sockets: FakeSocket[] = [];
let heard: string[] = [];

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal(
		"CloseEvent",
		class {
			code: number;
			constructor(_type: string, { code }: { code: number }) {
				this.code = code;
			}
		},
	);
	sockets = [];
	heard = [];
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function follow() {
	return followLive(
		null,
		{
			onFrame: (frame: LiveFrame) => heard.push("seq" in frame ? `${frame.kind} ${frame.seq}` : frame.kind),
			onOpen: () => heard.push("open"),
			onLost: () => heard.push("lost"),
			onRefused: () => heard.push("refused"),
		},
		{
			open: (after) => {
				const socket = new FakeSocket(after);
				sockets.push(socket);
				return socket as unknown as WebSocket;
			},
			random: () => 1,
		},
	);
}

const last = () => sockets.at(-1);

it("comes back after a break and asks for what it missed", () => {
	follow();
	last()?.onopen?.();
	last()?.say({ kind: "hello", seq: 7 });
	last()?.onclose?.({ code: 1006 });
	expect(heard).toEqual(["open", "hello 7", "lost"]);
	vi.advanceTimersByTime(500);
	expect(sockets).toHaveLength(2);
	expect(last()?.after).toBe(7);
});

it("comes back at once when the server wants to see the credentials again", () => {
	follow();
	last()?.onopen?.();
	last()?.say({ kind: "message", seq: 8 });
	last()?.onclose?.({ code: 4001 });
	expect(sockets).toHaveLength(2);
	expect(last()?.after).toBe(8);
	expect(heard).not.toContain("lost");
});

it("waits longer after each try that fails, and says that it was refused", () => {
	follow();
	for (const wait of [500, 1000, 2000]) {
		const count = sockets.length;
		last()?.onclose?.({ code: 1006 });
		vi.advanceTimersByTime(wait - 1);
		expect(sockets).toHaveLength(count);
		vi.advanceTimersByTime(1);
		expect(sockets).toHaveLength(count + 1);
	}
	expect(heard.filter((one) => one === "refused")).toHaveLength(3);
});

it("asks into a silence, and gives a socket up that does not answer", () => {
	follow();
	last()?.onopen?.();
	vi.advanceTimersByTime(25_000);
	expect(last()?.sent).toEqual(["ping"]);
	last()?.onmessage?.({ data: "pong" });
	vi.advanceTimersByTime(25_000);
	expect(last()?.sent).toEqual(["ping", "ping"]);
	vi.advanceTimersByTime(10_000);
	expect(heard).toEqual(["open", "lost"]);
	vi.advanceTimersByTime(500);
	expect(sockets).toHaveLength(2);
});

it("does not wait when the network or the reader is back, and never holds two sockets", () => {
	const live = follow();
	last()?.onclose?.({ code: 1006 });
	live.hurry();
	expect(sockets).toHaveLength(2);
	live.hurry();
	vi.advanceTimersByTime(60_000);
	expect(sockets).toHaveLength(2);
});

it("asks an open socket whether it is still there when the network is back", () => {
	const live = follow();
	last()?.onopen?.();
	Object.assign(last() ?? {}, { readyState: 1 });
	live.hurry();
	expect(last()?.sent).toEqual(["ping"]);
	last()?.onmessage?.({ data: "pong" });
	expect(heard).toEqual(["open", "open"]);
	vi.advanceTimersByTime(10_000);
	expect(sockets).toHaveLength(1);
});

it("spreads its tries and waits half a minute at most", () => {
	expect(backOff(0, 0)).toBe(250);
	expect(backOff(0, 1)).toBe(500);
	expect(backOff(3, 1)).toBe(4000);
	expect(backOff(40, 1)).toBe(30_000);
});
