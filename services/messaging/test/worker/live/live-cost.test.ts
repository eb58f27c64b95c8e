import { runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { CampaignPace } from "../../../src/live/campaign-pace.ts";
import { FrameLog } from "../../../src/live/frame-log.ts";
import { feed, rpc, some } from "./browser.ts";

function measure(sql: SqlStorage) {
	const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
	const measured = new Proxy(sql, {
		get: (target, name) => {
			if (name !== "exec") return Reflect.get(target, name);
			return (query: string, ...bindings: unknown[]) => {
				const cursor = target.exec(query, ...bindings);
				cursors.push(cursor);
				return cursor;
			};
		},
	});
	const take = () => {
		const done = cursors.splice(0);
		return {
			statements: done.length,
			rowsRead: done.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
			rowsWritten: done.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
		};
	};
	return { measured, take };
}

it("writes two rows for an event when its log is full, and reads no more than it tells", async () => {
	for (let round = 0; round < 3; round++) {
		await rpc.publishLive(Array.from({ length: 700 }, (_, index) => some.call(String(index))));
	}
	await runInDurableObject(feed, (_feed, state) => {
		const { measured, take } = measure(state.storage.sql);
		const log = new FrameLog(measured);
		take();
		log.append("calls", some.call("one"), new Date());
		log.trim();
		const event = take();
		console.log(`An event: ${JSON.stringify(event)}`);
		// The new frame, and the oldest one that is deleted.
		expect(event.rowsWritten).toBeLessThanOrEqual(2);
		expect(event.rowsRead).toBeLessThanOrEqual(6);

		const { seq } = JSON.parse(log.framesAfter(null, () => true)[0] ?? "") as { seq: number };
		take();
		expect(log.framesAfter(String(seq - 10), () => true)).toHaveLength(11);
		const caughtUp = take();
		console.log(`Ten frames caught up with: ${JSON.stringify(caughtUp)}`);
		expect(caughtUp.rowsRead).toBeLessThanOrEqual(10 + 4);
		expect(caughtUp.rowsWritten).toBe(0);
	});
});

it("writes a row for what a campaign announces, and none for the same again", async () => {
	await runInDurableObject(feed, (_feed, state) => {
		const { measured, take } = measure(state.storage.sql);
		const pace = new CampaignPace(measured);
		const event = some.campaign("cost") as Parameters<CampaignPace["admit"]>[0];
		take();
		const costOf = (work: () => unknown) => {
			work();
			return take();
		};
		const costs = [
			costOf(() => pace.admit(event, 10_000)),
			costOf(() => pace.admit(event, 10_001)),
			costOf(() => pace.admit(event, 10_002)),
			costOf(() => pace.takeDue(12_000)),
		];
		console.log(`A campaign told at once, waiting, waiting still, told: ${JSON.stringify(costs)}`);
		expect(costs.map(({ rowsWritten }) => rowsWritten)).toEqual([1, 1, 0, 1]);
	});
});
