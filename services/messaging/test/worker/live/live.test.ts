import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import type { LiveTopic } from "@cloudpbx/contracts/news/live";
import { expect, it } from "vitest";
import { Browser, connect, feed, introduce, nameOf, rpc, some } from "./browser.ts";

it("tells a browser what happens, in order and numbered, and only of its topics", async () => {
	const browser = await Browser.open(introduce({ topics: ["messages"] }));
	const hello = browser.seq;
	await rpc.publishLive([some.conversation("a"), some.call("hidden"), some.message("b")]);
	await browser.count(3);
	expect(browser.frames.map(nameOf)).toEqual(["hello", "conv_a", "msg_b"]);
	expect(browser.numbered.map(({ seq }) => seq)).toEqual([hello, hello + 1, hello + 3]);
	browser.close();
});

it("keeps every topic to those who may read it", async () => {
	const events = Object.entries(some).map(([kind, event]) => event(`topic${kind}`));
	const heard: Record<LiveTopic, string[]> = {
		messages: ["message", "conversation"],
		calls: ["call"],
		voicemails: ["voicemail"],
		campaigns: ["campaign"],
		extensions: ["extension"],
		numbers: ["number"],
		contacts: ["contact"],
		settings: ["settings"],
	};
	for (const [topic, kinds] of Object.entries(heard)) {
		const browser = await Browser.open(introduce({ topics: [topic as LiveTopic] }));
		await rpc.publishLive(events.map((event) => ("campaignId" in event ? some.campaign(topic) : event)));
		await browser.count(1 + kinds.length);
		expect(
			browser.frames.slice(1).map(({ kind }) => kind),
			topic,
		).toEqual(kinds);
		browser.close();
	}
});

it("names the contact as from and our number as to", async () => {
	const browser = await Browser.open();
	await rpc.publishLive([some.message("full"), some.call("full"), some.voicemail("full")]);
	const [, message, call, voicemail] = await browser.count(4);
	const between = { from: "+14155550199", to: "+18005550100" };
	expect(message).toMatchObject({ ...between, messageId: "msg_full", conversationId: "conv_full" });
	expect(call).toMatchObject({ ...between, callId: "call_full", status: "ringing" });
	expect(voicemail).toMatchObject({ from: between.from, voicemailId: "vm_full", extension: "101" });
	browser.close();
});

it("tells an agent of the own voicemail and of its groups' only, whatever their keys were", async () => {
	const own = introduce({
		topics: ["voicemails"],
		voicemail: { extensionId: "ext_own", groupIds: ["ext_group"] },
	});
	const agent = await Browser.open(own);
	const before = agent.seq;
	await rpc.publishLive([
		some.voicemail("theirs", "101"),
		some.voicemail("nobodys", null),
		some.voicemail("earlier", "103", "ext_who_had_103_before"),
		some.voicemail("first", "104", "ext_own"),
		some.voicemail("other", "111", "ext_other_group"),
		some.voicemail("group", "110", "ext_group"),
		some.voicemail("own", "103", "ext_own"),
	]);
	await agent.count(4);
	expect(agent.frames.map(nameOf)).toEqual(["hello", "vm_first", "vm_group", "vm_own"]);
	agent.close();
	const back = await Browser.open(own, before);
	expect(back.frames.map(nameOf)).toEqual(["vm_first", "vm_group", "vm_own", "hello"]);
	back.close();
});

it("tells an agent of a release that knew no groups of the own voicemail", async () => {
	const earlier = introduce({ topics: ["voicemails"], voicemail: { extensionId: "ext_own" } as never });
	const agent = await Browser.open(earlier);
	await rpc.publishLive([
		some.voicemail("group", "110", "ext_group"),
		some.voicemail("own", "103", "ext_own"),
	]);
	await agent.count(2);
	expect(agent.frames.map(nameOf)).toEqual(["hello", "vm_own"]);
	agent.close();
});

it("tells no voicemail to a listener, and of a voicemail, that an earlier release introduced without an owner", async () => {
	const earlier = introduce({ topics: ["voicemails"], voicemail: { ext: "103", since: 0 } as never });
	const agent = await Browser.open(earlier);
	const { extensionId: _, ...unowned } = some.voicemail("unowned", "103") as { extensionId: string };
	await rpc.publishLive([some.voicemail("owned", "103"), unowned as never]);
	agent.close();
	expect(agent.frames.map(nameOf)).toEqual(["hello"]);
});

it("tells a browser that comes back what it missed, once", async () => {
	const before = await Browser.open();
	await rpc.publishLive([some.conversation("c")]);
	await before.count(2);
	const { seq } = before;
	before.close();
	await rpc.publishLive([some.conversation("d"), some.call("e")]);
	const after = await Browser.open(introduce(), seq);
	await rpc.publishLive([some.conversation("f")]);
	await after.count(4);
	expect(after.frames.map(nameOf)).toEqual(["conv_d", "call_e", "hello", "conv_f"]);
	after.close();
});

it("goes on after it was evicted from memory, with its listeners", async () => {
	const browser = await Browser.open();
	const hello = browser.seq;
	await evictDurableObject(feed);
	await rpc.publishLive([some.conversation("g")]);
	const frames = await browser.count(2);
	expect(frames[1]).toMatchObject({ seq: hello + 1, conversationId: "conv_g" });
	browser.close();
});

it("says reset when too much was missed, or when it never gave out such a number", async () => {
	const first = await Browser.open();
	const { seq } = first;
	first.close();
	const many = Array.from({ length: 667 }, (_, index) => some.conversation(String(index)));
	for (let round = 0; round < 3; round++) await rpc.publishLive(many);
	const names = async (after: number) => {
		const browser = await Browser.open(introduce({ topics: ["calls"] }), after);
		browser.close();
		return browser.frames.map(nameOf);
	};
	// 2,001 frames followed, and 2,000 are kept.
	expect(await names(seq)).toEqual(["reset", "hello"]);
	expect(await names(seq + 1)).toEqual(["hello"]);
	expect(await names(seq + 2001)).toEqual(["hello"]);
	expect(await names(seq + 2002)).toEqual(["reset", "hello"]);
	await runInDurableObject(feed, (_feed, state) => {
		const { kept } = state.storage.sql.exec<{ kept: number }>("SELECT count(*) AS kept FROM frames").one();
		expect(kept).toBe(2000);
	});
});

it("goes on telling the others when a line is broken", async () => {
	const broken = await Browser.open();
	const browser = await Browser.open();
	broken.close();
	await rpc.publishLive([some.conversation("unbroken")]);
	expect((await browser.count(2)).map(nameOf)).toEqual(["hello", "conv_unbroken"]);
	browser.close();
});

it("speaks WebSocket only, to whom the caller introduces, and at no other address", async () => {
	const statusOf = async (answer: Promise<Response>) => {
		const response = await answer;
		await response.text();
		return response.status;
	};
	const stranger = new Request("https://messaging/live", { headers: { upgrade: "websocket" } });
	expect(await statusOf(rpc.fetch(new Request("https://messaging/live")))).toBe(426);
	expect(await statusOf(rpc.fetch(new Request("https://messaging/sms/inbound")))).toBe(404);
	expect(await statusOf(rpc.fetch(stranger))).toBe(400);
	expect(await statusOf(connect({ ...introduce(), topics: ["secrets" as never] }))).toBe(400);
	expect(await rpc.publishLive([{ kind: "nonsense" } as never])).toMatchObject({ ok: false });
});

it("answers a ping without waking up", async () => {
	const browser = await Browser.open();
	const pong = new Promise((resolve) => {
		browser.socket.addEventListener("message", ({ data }) => resolve(data), { once: true });
	});
	await evictDurableObject(feed);
	browser.say("ping");
	expect(await pong).toBe("pong");
	browser.close();
});
