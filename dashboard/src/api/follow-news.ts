import type { LiveEvent, LiveFrame } from "@cloudpbx/contracts/live";
import { ask } from "./ask.ts";
import { api } from "./client.ts";
import { showConnection } from "./connection.ts";
import { followLive } from "./live-socket.ts";
import { markStale } from "./resource.ts";

/** News that come together are read together. */
const collectMilliseconds = 200;

type Broadcast = { kind: "frame"; frame: LiveFrame } | { kind: "connection"; isOpen: boolean };

let seq: number | null = null;
let heard: LiveEvent[] = [];

/**
 * One tab of the browser holds the socket and tells the others. Frames only name what is different now: what of it is on the
 * page is read again. Nothing scrolls, gets the keyboard or counts as read because of one.
 */
export function followNews(): void {
	const channel = new BroadcastChannel("cloudpbx/live");
	channel.onmessage = ({ data }: MessageEvent<Broadcast>) => take(data);
	const tell = (news: Broadcast) => {
		channel.postMessage(news);
		take(news);
	};
	// Without locks (plain HTTP on another host) each tab leads itself.
	if (navigator.locks) void navigator.locks.request("cloudpbx/live", () => lead(tell));
	else void lead(take);
}

/** Ends with the page: then another tab leads. */
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
	if (news.kind === "connection") {
		showConnection(news.isOpen);
		return;
	}
	const { frame } = news;
	// Presence has no number, and nothing to read again.
	if (frame.kind === "presence") return;
	seq = frame.seq;
	if (frame.kind === "hello") return;
	if (frame.kind === "reset") {
		markStale(() => true);
		return;
	}
	heard.push(frame);
	if (heard.length === 1) setTimeout(spread, collectMilliseconds);
}

function spread(): void {
	const events = heard;
	heard = [];
	markStale((resource) => events.some((event) => resource.hears?.(event) ?? false));
}
