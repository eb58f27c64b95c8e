import type { TestMesh } from "../set-up/test-mesh.ts";

export interface TakenText {
	to: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** Times at which the network accepted texts to these numbers, by the texts' first words. */
export async function listTaken(
	{ network }: TestMesh,
	numbers: readonly string[],
	beginning: string,
): Promise<TakenText[]> {
	const lists = await Promise.all(
		numbers.map(async (number) => {
			const path = `/phones/${number}/messages`;
			const { items } = await network.send<{ items: { to: string; body: string; at: string }[] }>(
				"GET",
				path,
			);
			return items
				.filter(({ to, body }) => to === number && body.startsWith(beginning))
				.map(({ to, at }) => ({ to, at: Date.parse(at) }));
		}),
	);
	return lists.flat().sort((one, other) => one.at - other.at);
}

export function mostInTenSeconds(texts: readonly TakenText[]): number {
	return Math.max(
		...texts.map(({ at: from }) => texts.filter(({ at }) => at >= from && at < from + 10_000).length),
	);
}

export function ratePerSecond(texts: readonly TakenText[]): number {
	const seconds = ((texts.at(-1)?.at ?? 0) - (texts[0]?.at ?? 0)) / 1000;
	return (texts.length - 1) / seconds;
}

const stepMilliseconds = 50;

/** Returns the share of time in which timers ran when due. A busy machine cannot send in time. */
export function watchMachine(): () => number {
	const startedAt = performance.now();
	let last = startedAt;
	let lost = 0;
	const timer = setInterval(() => {
		const now = performance.now();
		lost += Math.max(0, now - last - 2 * stepMilliseconds);
		last = now;
	}, stepMilliseconds);
	return () => {
		clearInterval(timer);
		return 1 - lost / (performance.now() - startedAt);
	};
}
