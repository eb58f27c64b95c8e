import { createExecutionContext, evictDurableObject, runInDurableObject } from "cloudflare:test";
import type { LiveEvent, LiveFrame } from "@cloudpbx/contracts/live";
import { expect, it } from "vitest";
import { MessagingService } from "../../src/rpc.ts";
import { testEnv } from "./company.ts";

const rpc = new MessagingService(createExecutionContext(), testEnv);

const call = (word: string): LiveEvent => ({ kind: "call", callId: `call_${word}`, status: "ringing" });
const turn = (word: string): LiveEvent => ({
	kind: "conversation",
	conversationId: `conv_${word}`,
	mode: "human",
});

/** A browser: what it heard, and a way to wait for more. */
async function listen(query: string) {
	const response = await rpc.fetch(
		new Request(`https://messaging/live?${query}`, { headers: { upgrade: "websocket" } }),
	);
	expect(response.status).toBe(101);
	const socket = response.webSocket;
	if (!socket) throw new Error("There is no socket.");
	const frames: LiveFrame[] = [];
	let wake = () => {};
	socket.addEventListener("message", ({ data }) => {
		if (data !== "pong") frames.push(JSON.parse(String(data)) as LiveFrame);
		wake();
	});
	const isClosed = new Promise<number>((resolve) =>
		socket.addEventListener("close", ({ code }) => resolve(code)),
	);
	socket.accept();
	const until = async (count: number) => {
		while (frames.length < count) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		return frames;
	};
	return { socket, frames, until, isClosed };
}

const namesOf = (frames: LiveFrame[]) =>
	frames.map((frame) =>
		"callId" in frame ? frame.callId : "conversationId" in frame ? frame.conversationId : frame.kind,
	);

it("tells a browser what happens, in order and numbered, and only of its topics", async () => {
	const browser = await listen("topics=messages");
	await browser.until(1);
	await rpc.publishLive([turn("a"), call("hidden"), turn("b")]);
	const frames = await browser.until(3);
	expect(namesOf(frames)).toEqual(["hello", "conv_a", "conv_b"]);
	const [hello, first, second] = frames;
	expect([first?.seq, second?.seq]).toEqual([(hello?.seq ?? 0) + 1, (hello?.seq ?? 0) + 3]);
	browser.socket.close();
});

it("tells a browser that comes back what it missed, once", async () => {
	const before = await listen("topics=messages,calls");
	await rpc.publishLive([turn("c")]);
	const seen = (await before.until(2)).at(-1)?.seq;
	before.socket.close();
	await rpc.publishLive([turn("d"), call("e")]);
	const after = await listen(`topics=messages,calls&after=${seen}`);
	await rpc.publishLive([turn("f")]);
	expect(namesOf(await after.until(4))).toEqual(["conv_d", "call_e", "hello", "conv_f"]);
	after.socket.close();
});

it("goes on after it was evicted from memory, with its listeners", async () => {
	const browser = await listen("topics=messages");
	const [hello] = await browser.until(1);
	await evictDurableObject(testEnv.LIVE_FEED.getByName("company"));
	await rpc.publishLive([turn("g")]);
	const frames = await browser.until(2);
	expect(frames[1]).toMatchObject({ seq: (hello?.seq ?? 0) + 1, conversationId: "conv_g" });
	browser.socket.close();
});

it("says so when too much was missed", async () => {
	await rpc.publishLive(Array.from({ length: 900 }, (_, index) => turn(String(index))));
	await rpc.publishLive(Array.from({ length: 900 }, (_, index) => turn(String(index))));
	await rpc.publishLive(Array.from({ length: 900 }, (_, index) => turn(String(index))));
	const browser = await listen("topics=messages&after=1");
	expect(namesOf(await browser.until(2))).toEqual(["reset", "hello"]);
	browser.socket.close();
	const future = await listen("topics=messages&after=999999999");
	expect(namesOf(await future.until(2))).toEqual(["reset", "hello"]);
	future.socket.close();
	await runInDurableObject(testEnv.LIVE_FEED.getByName("company"), (_feed, state) => {
		const { kept } = state.storage.sql.exec<{ kept: number }>("SELECT count(*) AS kept FROM frames").one();
		expect(kept).toBe(2000);
	});
});

it("tells nothing to a browser whose time is over", async () => {
	const browser = await listen(`topics=messages&until=${Date.now() - 1000}`);
	await browser.until(1);
	await rpc.publishLive([turn("secret")]);
	expect(await browser.isClosed).toBe(4001);
	expect(namesOf(browser.frames)).toEqual(["hello"]);
});

it("speaks WebSocket only, and nothing at other addresses", async () => {
	expect((await rpc.fetch(new Request("https://messaging/live"))).status).toBe(426);
	expect((await rpc.fetch(new Request("https://messaging/sms/inbound"))).status).toBe(404);
	expect(await rpc.publishLive([{ kind: "nonsense" } as never])).toMatchObject({ ok: false });
});
