import { describe, expect, it } from "vitest";
import { RunSlots } from "../../src/sending/run-slots.ts";

const start = Date.UTC(2026, 10, 20, 18);
const slotsAt = (...seconds: number[]) => seconds.map((at) => ({ at: start + at * 1000, length: 1000 }));

function open(given = slotsAt(-1)) {
	let now = start;
	const slots = new RunSlots(given, () => new Date(now));
	return { slots, pass: (seconds: number) => (now += seconds * 1000) };
}

describe("the slots of a run", () => {
	it("are those that were given away and those that are planned", () => {
		const { slots } = open();
		slots.begin(slotsAt(0, 1));
		slots.begin(slotsAt(2, 3));
		expect(slots.all()).toEqual(slotsAt(-1, 0, 1, 2, 3));
	});

	it("go to a batch when the one before has passed them on, as that one used them", async () => {
		const { slots } = open();
		const first = slots.begin(slotsAt(0, 1));
		const second = slots.begin(slotsAt(2));
		const order: string[] = [];
		const taken = second.baton.take().then((given) => {
			order.push("taken");
			return given;
		});
		expect(await first.baton.take()).toEqual(slotsAt(-1));
		order.push("passed");
		await first.baton.pass(slotsAt(-1, 0, 4));
		expect(await taken).toEqual(slotsAt(-1, 0, 4));
		expect(order).toEqual(["passed", "taken"]);
		expect(slots.all()).toEqual(slotsAt(-1, 0, 4, 2));
		expect(slots.last).toEqual({ behindMilliseconds: 2964, textsPerSecond: 0.25 });
		await second.baton.pass(slotsAt(-1, 0, 4, 9));
		expect(slots.last).toEqual({ behindMilliseconds: 3964, textsPerSecond: 0.2 });
	});

	it("count as used until now when a batch ends without passing them on", async () => {
		const { slots, pass } = open();
		const first = slots.begin(slotsAt(0, 1));
		const second = slots.begin(slotsAt(2));
		pass(5);
		first.end();
		const given = await second.baton.take();
		expect(given).toHaveLength(10);
		expect(Math.max(...given.map(({ at }) => at))).toBeLessThan(start + 5000);
		await first.baton.pass(slotsAt(9));
		expect(await second.baton.take()).toEqual(given);
	});

	it("begin as if every slot had been used when nothing is known", async () => {
		const { slots } = open([]);
		const { baton } = slots.begin(slotsAt(3));
		const given = await baton.take();
		expect(given).toHaveLength(10);
		expect(Math.max(...given.map(({ at }) => at))).toBeLessThan(start + 3000);
	});

	it("are closed by a limit of the account", () => {
		const { slots } = open();
		slots.close(start + 60_000);
		expect(slots.all().at(-1)?.at).toBe(start + 60_000);
	});

	it("are left to the next run when every batch has passed them on, without those of long ago", async () => {
		const { slots, pass } = open(slotsAt(-30, -1));
		const turn = slots.begin(slotsAt(0));
		let isSettled = false;
		const settled = slots.allUsed().then((given) => {
			isSettled = true;
			return given;
		});
		await Promise.resolve();
		expect(isSettled).toBe(false);
		pass(1);
		await turn.baton.pass(slotsAt(-30, -1, 0));
		expect(await settled).toEqual(slotsAt(-1, 0));
	});
});
