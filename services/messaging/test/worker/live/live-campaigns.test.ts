import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Browser, feed, nameOf, rpc, some } from "./browser.ts";

let browser: Browser;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	browser = await Browser.open();
});

afterEach(async () => {
	browser.close();
	vi.useRealTimers();
	await runInDurableObject(feed, (_feed, state) => {
		state.storage.sql.exec("DELETE FROM campaign_pace");
	});
});

function pass(milliseconds: number): void {
	vi.setSystemTime(Date.now() + milliseconds);
}

const heard = () => browser.frames.slice(1).map(nameOf);

it("tells of a campaign at once, then every two seconds at most, and never loses the last state", async () => {
	for (let second = 0; second < 10; second++) {
		for (let index = 0; index < 5; index++) await rpc.publishLive([some.campaign("busy")]);
		pass(1000);
		if (second % 2 === 1) await runDurableObjectAlarm(feed);
	}
	await rpc.publishLive([some.campaign("busy", "completed")]);
	pass(2000);
	await runDurableObjectAlarm(feed);
	await browser.until((frames) => nameOf(frames.at(-1) as never) === "cmp_busy completed");
	const instants = browser.numbered.flatMap((frame) => ("at" in frame ? [Date.parse(frame.at)] : []));
	for (const [index, at] of instants.entries()) {
		expect(at - (instants[index - 1] ?? 0)).toBeGreaterThanOrEqual(2000);
	}
	expect(heard()).toEqual([...Array(6).fill("cmp_busy sending"), "cmp_busy completed"]);
});

it("lets a change of status pass as soon as the limit allows, by its own alarm", async () => {
	vi.useRealTimers();
	const startedAt = Date.now();
	await rpc.publishLive([some.campaign("stopped"), some.campaign("stopped", "paused")]);
	await browser.count(3);
	expect(heard()).toEqual(["cmp_stopped sending", "cmp_stopped paused"]);
	const milliseconds = Date.now() - startedAt;
	expect(milliseconds).toBeGreaterThanOrEqual(1990);
	expect(milliseconds).toBeLessThan(4000);
});

it("holds up no other campaign, and nothing else", async () => {
	const news = [some.campaign("one"), some.campaign("one", "paused"), some.campaign("two"), some.call("now")];
	await rpc.publishLive(news);
	await browser.count(4);
	expect(heard()).toEqual(["cmp_one sending", "cmp_two sending", "call_now"]);
});

it("keeps what waits when it is evicted from memory", async () => {
	await rpc.publishLive([some.campaign("kept"), some.campaign("kept", "paused")]);
	await evictDurableObject(feed);
	pass(2000);
	expect(await runDurableObjectAlarm(feed)).toBe(true);
	await browser.count(3);
	expect(heard()).toEqual(["cmp_kept sending", "cmp_kept paused"]);
});

it("gives a number to what it tells only, so that nothing is caught up with twice", async () => {
	const { seq } = browser;
	const news = [some.campaign("late"), some.campaign("late"), some.campaign("late", "completed")];
	await rpc.publishLive(news);
	const early = await Browser.open(undefined, seq);
	pass(2000);
	await runDurableObjectAlarm(feed);
	await early.count(3);
	expect(early.numbered.map(({ seq: number }) => number)).toEqual([seq + 1, seq + 1, seq + 2]);
	expect(early.frames.map(nameOf)).toEqual(["cmp_late sending", "hello", "cmp_late completed"]);
	early.close();
});

it("writes one row for what waits, however often it is announced, and forgets silent campaigns", async () => {
	const written = () =>
		runInDurableObject(feed, (_feed, state) => {
			const { changes } = state.storage.sql
				.exec<{ changes: number }>("SELECT total_changes() AS changes")
				.one();
			return changes;
		});
	await rpc.publishLive([some.campaign("cheap"), some.campaign("cheap")]);
	const before = await written();
	for (let index = 0; index < 20; index++) await rpc.publishLive([some.campaign("cheap")]);
	expect(await written()).toBe(before);
	pass(2000);
	await runDurableObjectAlarm(feed);
	pass(2000);
	await rpc.publishLive([some.campaign("other"), some.campaign("other", "paused")]);
	pass(2000);
	await runDurableObjectAlarm(feed);
	await runInDurableObject(feed, (_feed, state) => {
		const rows = state.storage.sql.exec("SELECT campaign_id AS id FROM campaign_pace").toArray();
		expect(rows).toEqual([{ id: "cmp_other" }]);
	});
});
