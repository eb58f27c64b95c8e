import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import type { LiveListener, PresenceFrame } from "@cloudpbx/contracts/news/live";
import { afterEach, expect, it, vi } from "vitest";
import type { LiveFeed } from "../../../src/index.ts";
import { Browser, feed, introduce, nameOf, rpc, some } from "./browser.ts";

const conversationId = "conv_0123456789abcdef0123456789abcdef";
const another = "conv_fedcba9876543210fedcba9876543210";
const open: Browser[] = [];

afterEach(async () => {
	vi.useRealTimers();
	for (const browser of open.splice(0)) browser.close();
	// Waits until the last listener is gone.
	const empty = await Browser.open(person("nobody"));
	await empty.until(() => empty.presence.every(({ state }) => state === "away"));
	empty.close();
});

function person(name: string, more: Partial<LiveListener> = {}): LiveListener {
	return introduce({ person: { id: `usr_${name}`, name }, ...more });
}

async function comes(listener: LiveListener): Promise<Browser> {
	const browser = await Browser.open(listener);
	open.push(browser);
	return browser;
}

const at = (kind: PresenceFrame["state"], where = conversationId) => ({ kind, conversationId: where });
const seen = ({ presence }: Browser) => presence.map(({ person: { name }, state }) => `${name} ${state}`);
const presence = (browser: Browser, count: number) => browser.until(() => browser.presence.length >= count);

async function receiveAll(browser: Browser): Promise<void> {
	await rpc.publishLive([some.conversation("settled")]);
	await browser.until((frames) => frames.some((frame) => nameOf(frame) === "conv_settled"));
}

it("tells the others who looks, who writes and who left, without a number", async () => {
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	for (const kind of ["viewing", "writing", "viewing", "away"] as const) ana.say(at(kind));
	await presence(ben, 4);
	expect(ben.presence[0]).toEqual({
		kind: "presence",
		conversationId,
		person: { id: "usr_Ana", name: "Ana" },
		state: "viewing",
	});
	expect(seen(ben)).toEqual(["Ana viewing", "Ana writing", "Ana viewing", "Ana away"]);
	await receiveAll(ana);
	expect(ana.presence).toEqual([]);
});

it("tells a newcomer how it is, after hello", async () => {
	const ana = await comes(person("Ana"));
	const watcher = await comes(person("Watcher"));
	ana.say(at("viewing"));
	ana.say(at("writing"));
	await presence(watcher, 2);
	const ben = await comes(person("Ben"));
	await presence(ben, 1);
	expect(ben.frames.map(nameOf)).toEqual(["hello", `Ana writing ${conversationId}`]);
});

it("leaves the conversation that somebody was in before", async () => {
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	ana.say(at("viewing"));
	ana.say(at("viewing", another));
	ana.say(at("away"));
	ana.say(at("away", another));
	await presence(ben, 4);
	expect(ben.presence.map(nameOf)).toEqual([
		`Ana viewing ${conversationId}`,
		`Ana away ${conversationId}`,
		`Ana viewing ${another}`,
		`Ana away ${another}`,
	]);
});

it("is one person in two windows: says nothing to them, and leaves with the last", async () => {
	const first = await comes(person("Ana"));
	const second = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	first.say(at("writing"));
	await presence(ben, 1);
	second.say(at("viewing"));
	first.close();
	await presence(ben, 2);
	second.close();
	await presence(ben, 3);
	expect(seen(ben)).toEqual(["Ana writing", "Ana viewing", "Ana away"]);
	expect([...first.presence, ...second.presence]).toEqual([]);
});

it("forgets whose socket closed, also by our own hand", async () => {
	const ana = await comes(person("Ana"));
	const cat = await comes(person("Cat", { until: Date.now() + 500 }));
	const ben = await comes(person("Ben"));
	ana.say(at("viewing"));
	cat.say(at("viewing"));
	await presence(ben, 2);
	ana.close();
	await presence(ben, 3);
	expect(seen(ben)[2]).toBe("Ana away");
	expect(await cat.isClosed).toBe(4001);
	await presence(ben, 4);
	expect(seen(ben)[3]).toBe("Cat away");
	expect((await comes(person("Dan"))).presence).toEqual([]);
});

it("falls back from writing to viewing ten seconds after it was said last", async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	const pass = async (milliseconds: number) => {
		vi.setSystemTime(Date.now() + milliseconds);
		await runDurableObjectAlarm(feed);
	};
	ana.say(at("writing"));
	await presence(ben, 1);
	await pass(9000);
	ana.say(at("writing"));
	await receiveAll(ben);
	await pass(9999);
	expect(seen(ben)).toEqual(["Ana writing"]);
	await pass(1);
	await presence(ben, 2);
	expect(seen(ben)).toEqual(["Ana writing", "Ana viewing"]);
});

it("survives an eviction from memory", async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	ana.say(at("writing"));
	await presence(ben, 1);
	await evictDurableObject(feed);
	const cat = await comes(person("Cat"));
	await presence(cat, 1);
	expect(seen(cat)).toEqual(["Ana writing"]);
	await evictDurableObject(feed);
	vi.setSystemTime(Date.now() + 10_000);
	await runDurableObjectAlarm(feed);
	await presence(ben, 2);
	expect(seen(ben)).toEqual(["Ana writing", "Ana viewing"]);
});

it("shows nobody who is a key or may not read texts, and tells only who may", async () => {
	const key = await comes(person("", { person: null }));
	const caller = await comes(person("Cal", { topics: ["calls"] }));
	const ben = await comes(person("Ben"));
	key.say(at("viewing"));
	caller.say(at("viewing"));
	await receiveAll(ben);
	expect(ben.presence).toEqual([]);
	ben.say(at("viewing"));
	await presence(key, 1);
	expect(seen(key)).toEqual(["Ben viewing"]);
	await rpc.publishLive([some.call("after")]);
	await caller.count(2);
	expect(caller.presence).toEqual([]);
});

it("ignores what it does not understand", async () => {
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	const stranger = {
		kind: "presence",
		conversationId,
		person: { id: "usr_Ben", name: "Ben" },
		state: "viewing",
	};
	for (const nonsense of ["hello", "null", at("typing" as never), at("viewing", "msg_1"), stranger]) {
		ana.say(nonsense);
	}
	ana.socket.send(new Uint8Array([1, 2, 3]).buffer);
	ana.say({ ...at("viewing"), person: { id: "usr_owner", name: "Somebody else" }, seq: 1 });
	await presence(ben, 1);
	expect(seen(ben)).toEqual(["Ana viewing"]);
});

it("closes the socket of who says too much at once, or too much in a while", async () => {
	const wordy = await comes(person("Wordy"));
	wordy.say({ ...at("viewing"), more: "x".repeat(1024) });
	expect(await wordy.isClosed).toBe(1009);
	const binary = await comes(person("Binary"));
	binary.socket.send(new ArrayBuffer(1025));
	expect(await binary.isClosed).toBe(1009);

	const ben = await comes(person("Ben"));
	const hasty = await comes(person("Hasty"));
	for (let index = 0; index < 50; index++) hasty.say(at(index % 2 === 0 ? "viewing" : "writing"));
	await presence(ben, 50);
	hasty.say(at("viewing"));
	expect(await hasty.isClosed).toBe(1008);
	await presence(ben, 51);
	expect(seen(ben).at(-1)).toBe("Hasty away");
});

it("shows nobody any more whose socket was closed by us, whatever they go on saying", async () => {
	const ben = await comes(person("Ben"));
	const stubborn = await comes(person("Sam", { until: Date.now() + 100 }));
	await runInDurableObject(feed, async (instance: LiveFeed, state) => {
		const [socket] = state.getWebSockets().filter((one) => one.deserializeAttachment().person.name === "Sam");
		if (!socket) throw new Error("There is no socket.");
		await new Promise((resolve) => setTimeout(resolve, 101));
		instance.alarm();
		instance.webSocketMessage(socket, JSON.stringify(at("viewing")));
	});
	expect(await stubborn.isClosed).toBe(4001);
	await receiveAll(ben);
	expect(ben.presence).toEqual([]);
});

it("keeps nothing of it in the log", async () => {
	const ana = await comes(person("Ana"));
	const ben = await comes(person("Ben"));
	const { seq } = ben;
	ana.say(at("viewing"));
	await presence(ben, 1);
	ana.say(at("away"));
	await presence(ben, 2);
	const back = await Browser.open(person("Cat"), seq);
	expect(back.frames).toEqual([{ seq, kind: "hello" }]);
	back.close();
});

it("fits the longest name and the most rights into what a socket keeps", async () => {
	const { scopes } = await import("@cloudpbx/contracts/api/scopes");
	const longest = person("x", {
		person: { id: `usr_${"f".repeat(32)}`, name: "名".repeat(100) },
		credential: { kind: "session", id: `ses_${"f".repeat(32)}` },
		grant: scopes.join(" "),
		until: Date.now() + 1e9,
	});
	const ana = await comes(longest);
	const ben = await comes(person("Ben"));
	ana.say(at("writing", `conv_${"a".repeat(64)}`));
	await presence(ben, 1);
	expect(ben.presence[0]?.person.name).toBe("名".repeat(100));
});
