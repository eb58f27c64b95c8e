import { Agent, request } from "node:http";
import { median } from "./median.ts";
import { type SignedRequest, signRequest, type Target } from "./targets.ts";

export interface RatioOptions {
	publicUrl: string;
	authToken: string;
	rounds: number;
	/** Requests to each target in each round. */
	requests: number;
	/** Requests that are on their way at the same time. */
	concurrency: number;
}

export interface Ratio {
	target: string;
	baseline: string | null;
	/** Median of the rounds. */
	requestsPerSecond: number;
	/** Median of the rounds' own ratios; null for the baseline itself. */
	ratio: number | null;
	/** The lowest and the highest round. */
	range: [number, number] | null;
}

/**
 * Each round asks every target in turn, and the next one begins with another target: what else the machine does hits all
 * of them alike, and a ratio is taken within a round. The first round warms up and does not count.
 */
export async function measureRatios(targets: readonly Target[], options: RatioOptions): Promise<Ratio[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
	const speeds = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
	try {
		for (let round = 0; round <= options.rounds; round++) {
			const shift = round % targets.length;
			for (const target of [...targets.slice(shift), ...targets.slice(0, shift)]) {
				const speed = await measureSpeed(agent, target, round, options);
				if (round > 0) speeds.get(target.name)?.push(speed);
			}
		}
	} finally {
		agent.destroy();
	}
	return targets.map((target) => compare(target, speeds));
}

function compare({ name, baseline }: Target, speeds: Map<string, number[]>): Ratio {
	const own = speeds.get(name) ?? [];
	const others = baseline === null ? null : (speeds.get(baseline) ?? []);
	const ratios = others?.map((speed, round) => (own[round] ?? 0) / speed) ?? null;
	return {
		target: name,
		baseline,
		requestsPerSecond: Math.round(median(own)),
		ratio: ratios === null ? null : rounded(median(ratios)),
		range: ratios === null ? null : [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
	};
}

/** Requests a second. Signing is done before the clock runs. */
async function measureSpeed(
	agent: Agent,
	target: Target,
	round: number,
	options: RatioOptions,
): Promise<number> {
	const waiting = Array.from({ length: options.requests }, (_, index) =>
		signRequest(target, round * options.requests + index, options),
	);
	const startedAt = performance.now();
	const send = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) await post(agent, options.publicUrl, next);
	};
	await Promise.all(Array.from({ length: options.concurrency }, send));
	return options.requests / ((performance.now() - startedAt) / 1000);
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
