import type { LiveEvent, LiveFrame, PresenceSignal } from "@cloudpbx/contracts/news/live";
import { ask } from "./ask.ts";
import { api } from "./client.ts";
import { showConnection } from "./connection.ts";
import { followLive } from "./live-socket.ts";
import { connectPresence, forgetPresence, receivePresence, resendPresence } from "./presence.ts";
import { markStale } from "./resource.ts";

/** News that arrive within this time are read together. */
const collectMilliseconds = 200;

type Broadcast =
	| { kind: "frame"; frame: LiveFrame }
	| { kind: "connection"; isOpen: boolean }
	| { kind: "signal"; signal: PresenceSignal };

let seq: number | null = null;
let heard: LiveEvent[] = [];
let say: ((signal: PresenceSignal) => void) | null = null;

/**
 * One tab of the browser holds the socket and tells the others. A frame only names what changed; the page then
 * reads it again. A frame never scrolls, moves the focus or marks as read.
 */
export function followNews(): void {
	const channel = new BroadcastChannel("cloudpbx/live");
	channel.onmessage = ({ data }: MessageEvent<Broadcast>) => take(data);
	connectPresence((signal) =>
		say ? say(signal) : channel.postMessage({ kind: "signal", signal } satisfies Broadcast),
	);
	const tell = (news: Broadcast) => {
		channel.postMessage(news);
		take(news);
	};
	// Without locks (plain HTTP on another host) each tab has its own socket.
	if (navigator.locks) void navigator.locks.request("cloudpbx/live", () => lead(tell));
	else void lead(take);
}

/** Never resolves: when the page ends, another tab takes over. */
function lead(tell: (news: Broadcast) => void): Promise<never> {
	const live = followLive(
		seq,
		{
			onFrame: (frame) => tell({ kind: "frame", frame }),
			onOpen: () => tell({ kind: "connection", isOpen: true }),
			onLost: () => tell({ kind: "connection", isOpen: false }),
			onRefused: () => void ask(() => api.session.$get()).catch(() => undefined),
		},
		{ open: openSocket, random: Math.random },
	);
	say = live.send;
	window.addEventListener("online", live.hurry);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") live.hurry();
	});
	return new Promise(() => undefined);
}

function openSocket(after: number | null): WebSocket {
	const address = new URL("/api/live", location.href);
	address.protocol = address.protocol.replace("http", "ws");
	if (after !== null) address.searchParams.set("after", String(after));
	return new WebSocket(address);
}

function take(news: Broadcast): void {
	if (news.kind === "signal") {
		say?.(news.signal);
		return;
	}
	if (news.kind === "connection") {
		showConnection(news.isOpen);
		if (!news.isOpen) forgetPresence();
		return;
	}
	const { frame } = news;
	if (frame.kind === "presence") {
		receivePresence(frame);
		return;
	}
	const isFirst = seq === null;
	seq = frame.seq;
	if (frame.kind === "hello") {
		forgetPresence();
		resendPresence();
	}
	// Data that was read before the feed's first frame may miss changes that the feed no longer reports.
	if (frame.kind === "reset" || (frame.kind === "hello" && isFirst)) {
		markStale(() => true);
		return;
	}
	if (frame.kind === "hello") return;
	heard.push(frame);
	if (heard.length === 1) setTimeout(spread, collectMilliseconds);
}

function spread(): void {
	const events = heard;
	heard = [];
	markStale((resource) => events.some((event) => resource.staleAfter?.(event) ?? false));
}
