import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import type { LiveEvent, LiveListener } from "@cloudpbx/contracts/news/live";
import { afterEach, expect, it, vi } from "vitest";
import { Browser, feed, introduce, type NumberedFrame, nameOf, rpc, some } from "./browser.ts";

afterEach(async () => {
	vi.useRealTimers();
	await runInDurableObject(feed, (_feed, state) => {
		state.storage.sql.exec("DELETE FROM campaign_pace");
	});
});

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		isIn: (share: number) => next() < share,
		upTo: (count: number) => Math.floor(next() * count),
		oneOf: <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item,
	};
}
type Random = ReturnType<typeof randomOf>;

const listeners: LiveListener[] = [
	introduce(),
	introduce({ topics: ["messages"] }),
	introduce({ topics: ["calls", "numbers"] }),
	introduce({ topics: ["messages", "voicemails"], voicemail: { extensionId: "ext_101", groupIds: [] } }),
	introduce({ topics: ["campaigns", "extensions"] }),
	introduce(),
];

/** The rule, written independently. */
function hears({ topics, voicemail }: LiveListener, event: LiveEvent): boolean {
	const isMessage = event.kind === "message" || event.kind === "conversation";
	if (event.kind === "settings") return topics.includes("settings");
	const topic = isMessage ? "messages" : (`${event.kind}s` as const);
	if (event.kind !== "voicemail" || voicemail === "all") return topics.includes(topic);
	return topics.includes("voicemails") && event.extensionId === "ext_101";
}

/** Loses its connection again and again, and asks each time for the frames after its last one. */
class Client {
	readonly listener: LiveListener;
	/** Frames of all its sockets. */
	readonly told: NumberedFrame[] = [];
	browser: Browser | null = null;
	/** Counts at its last reload: published events and received frames. */
	reloaded: { events: number; frames: number } | null = null;

	constructor(listener: LiveListener) {
		this.listener = listener;
	}

	async connect(published: number): Promise<void> {
		this.browser = await Browser.open(this.listener, this.told.at(-1)?.seq);
		const { numbered } = this.browser;
		if (!numbered.some(({ kind }) => kind === "reset")) return;
		this.told.push(...numbered);
		this.reloaded = { events: published, frames: this.told.length };
		this.browser.frames.splice(0);
	}

	cutOff(): void {
		this.browser?.cutOff();
		this.told.push(...(this.browser?.numbered ?? []));
		this.browser = null;
	}

	/** The frames that it must have since its reload. Campaigns have their own pace. */
	expected(published: readonly LiveEvent[]): string[] {
		return published
			.slice(this.reloaded?.events ?? 0)
			.filter((event) => event.kind !== "campaign" && hears(this.listener, event))
			.map(nameOf);
	}

	get heard(): NumberedFrame[] {
		const told = this.told.slice(this.reloaded?.frames ?? 0);
		return told.filter(({ kind }) => kind !== "hello" && kind !== "reset");
	}
}

function makeEvent(random: Random, index: number): LiveEvent {
	const kind = random.oneOf(Object.keys(some) as (keyof typeof some)[]);
	if (kind === "campaign") return some.campaign(String(random.upTo(3)), `${random.upTo(4)}`);
	if (kind === "voicemail") {
		const ext = random.oneOf(["101", "102", null]);
		return some.voicemail(String(index), ext, random.oneOf(["ext_101", "ext_102"]));
	}
	return some[kind](String(index));
}

it.each([1, 2, 3, 4, 5])(
	"loses nothing and repeats nothing for clients that are cut off (seed %i)",
	async (seed) => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const random = randomOf(seed);
		const published: LiveEvent[] = [];
		const clients = listeners.map((listener) => new Client(listener));
		for (const client of clients) await client.connect(0);
		const absentee = clients.at(-1) as Client;
		const publish = async (count: number) => {
			const events = Array.from({ length: count }, (_, index) => makeEvent(random, published.length + index));
			const told = rpc.publishLive(events);
			for (const client of clients) if (random.isIn(0.15)) client.cutOff();
			await told;
			published.push(...events);
		};
		for (let step = 0; step < 120; step++) {
			await publish(1 + random.upTo(6));
			if (step === 60) absentee.cutOff();
			// More than the log keeps.
			if (step === 70) for (let round = 0; round < 3; round++) await publish(900);
			for (const client of clients) {
				if (client === absentee && step >= 60 && step < 80) continue;
				if (client.browser === null && random.isIn(0.5)) await client.connect(published.length);
			}
			vi.setSystemTime(Date.now() + random.upTo(1500));
			if (random.isIn(0.2)) await runDurableObjectAlarm(feed);
			if (random.isIn(0.05)) await evictDurableObject(feed);
		}
		vi.setSystemTime(Date.now() + 2000);
		await runDurableObjectAlarm(feed);
		for (const client of clients) {
			if (client.browser === null) await client.connect(published.length);
		}
		const isLast = (event: NumberedFrame | LiveEvent) => nameOf(event).includes(`_last${seed}`);
		const last = Object.values(some)
			.map((event) => event(`last${seed}`))
			.filter(isLast);
		await rpc.publishLive(last);
		published.push(...last);
		for (const { browser, listener } of clients) {
			const count = last.filter((event) => hears(listener, event)).length;
			await browser?.until(() => browser.numbered.filter(isLast).length >= count);
		}

		const log = await runInDurableObject(feed, (_feed, state) =>
			state.storage.sql
				.exec<{ seq: number; frame: string }>("SELECT seq, frame FROM frames WHERE topic = 'campaigns'")
				.toArray(),
		);
		for (const client of clients) {
			client.cutOff();
			const numbers = client.heard.map(({ seq }) => seq);
			expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
			const names = client.heard.filter(({ kind }) => kind !== "campaign").map(nameOf);
			expect(names).toEqual(client.expected(published));
			const campaigns = client.heard.filter(({ kind }) => kind === "campaign").map(({ seq }) => seq);
			const first = client.heard.at(0)?.seq ?? 0;
			const isTopic = client.listener.topics.includes("campaigns");
			const kept = log.map(({ seq }) => seq).filter((kept) => isTopic && kept >= first);
			expect(campaigns.filter((number) => number >= (kept[0] ?? number))).toEqual(kept);
		}
		expect(absentee.reloaded).not.toBeNull();
		expect(clients.flatMap(({ told }) => told).filter(({ kind }) => kind === "reset").length).toBeLessThan(
			12,
		);
		for (const word of ["0", "1", "2"]) {
			const isThis = (event: LiveEvent) => event.kind === "campaign" && event.campaignId === `cmp_${word}`;
			const announced = published.findLast(isThis);
			const told = log.map(({ frame }) => JSON.parse(frame) as LiveEvent).findLast(isThis);
			expect(told).toMatchObject(announced ?? {});
		}
	},
);
