import { Agent, request } from "node:http";
import { childProcessorTime } from "./child-processor-time.ts";
import { median } from "./median.ts";
import { type SignedRequest, signRequest, type Target } from "./targets.ts";

export interface RatioOptions {
	publicUrl: string;
	authToken: string;
	rounds: number;
	requests: number;
	concurrency: number;
}

export interface Ratio {
	target: string;
	baseline: string | null;
	requestsPerSecond: number;
	/** Median of the rounds' ratios; null for the baseline. */
	ratio: number | null;
	range: [number, number] | null;
	/** Processor time a request, of the whole process; null when unknown. */
	processorMilliseconds: number | null;
	processorRatio: number | null;
}

interface Heat {
	requestsPerSecond: number;
	processorMilliseconds: number | null;
}

/** Time for a target's background work before the next one's turn. */
const settleMilliseconds = 60;

/** Each round asks all targets in another order; ratios are taken within a round. The first one warms up. */
export async function measureRatios(targets: readonly Target[], options: RatioOptions): Promise<Ratio[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
	const heats = new Map<string, Heat[]>(targets.map(({ name }) => [name, []]));
	try {
		for (let round = 0; round <= options.rounds; round++) {
			const shift = round % targets.length;
			for (const target of [...targets.slice(shift), ...targets.slice(0, shift)]) {
				const heat = await runHeat(agent, target, round, options);
				if (round > 0) heats.get(target.name)?.push(heat);
			}
		}
	} finally {
		agent.destroy();
	}
	return targets.map((target) => compare(target, heats));
}

function compare({ name, baseline }: Target, heats: Map<string, Heat[]>): Ratio {
	const own = heats.get(name) ?? [];
	const others = baseline === null ? null : (heats.get(baseline) ?? []);
	const ratios = others?.map(
		(other, round) => (own[round]?.requestsPerSecond ?? 0) / other.requestsPerSecond,
	);
	const used = meanProcessorTime(own);
	const usedByBaseline = others === null ? null : meanProcessorTime(others);
	return {
		target: name,
		baseline,
		requestsPerSecond: Math.round(median(own.map(({ requestsPerSecond }) => requestsPerSecond))),
		ratio: ratios ? rounded(median(ratios)) : null,
		range: ratios ? [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))] : null,
		processorMilliseconds: used === null ? null : rounded(used),
		processorRatio: used === null || usedByBaseline === null ? null : rounded(usedByBaseline / used),
	};
}

function meanProcessorTime(heats: readonly Heat[]): number | null {
	const times = heats.map(({ processorMilliseconds }) => processorMilliseconds);
	if (times.length === 0 || times.includes(null)) return null;
	return times.reduce<number>((sum, time) => sum + (time ?? 0), 0) / times.length;
}

async function runHeat(agent: Agent, target: Target, round: number, options: RatioOptions): Promise<Heat> {
	const waiting = Array.from({ length: options.requests }, (_, index) =>
		signRequest(target, round * options.requests + index, options),
	);
	const usedBefore = childProcessorTime();
	const startedAt = performance.now();
	const send = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) await post(agent, options.publicUrl, next);
	};
	await Promise.all(Array.from({ length: options.concurrency }, send));
	const seconds = (performance.now() - startedAt) / 1000;
	await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
	const usedAfter = childProcessorTime();
	return {
		requestsPerSecond: options.requests / seconds,
		processorMilliseconds:
			usedBefore === null || usedAfter === null ? null : (usedAfter - usedBefore) / options.requests,
	};
}

function post(agent: Agent, publicUrl: string, { path, signature, body }: SignedRequest): Promise<void> {
	return new Promise((resolve, reject) => {
		const headers = {
			"content-type": "application/x-www-form-urlencoded; charset=UTF-8",
			"x-twilio-signature": signature,
		};
		const sent = request(`${publicUrl}${path}`, { method: "POST", agent, headers }, (answer) => {
			answer.resume();
			answer.once("error", reject);
			answer.once("end", () => {
				if (answer.statusCode === 200) resolve();
				else reject(new Error(`${path} answered ${answer.statusCode}.`));
			});
		});
		sent.once("error", reject);
		sent.end(body);
	});
}

function rounded(ratio: number): number {
	return Math.round(ratio * 100) / 100;
}
