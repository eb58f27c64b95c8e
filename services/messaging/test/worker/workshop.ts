import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { WebhookJob } from "@cloudpbx/contracts/news/webhooks";
import type { AssistantJob, MessageJob } from "@cloudpbx/contracts/texts/sending";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { asc, eq } from "drizzle-orm";
import { answerConversation } from "../../src/assistant/answer-conversation.ts";
import { handToPeople } from "../../src/assistant/hand-to-people.ts";
import { type Context, createContext } from "../../src/context.ts";
import { runJob } from "../../src/jobs/run-job.ts";
import { receiveText } from "../../src/receiving/receive-text.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { conversationIdOf } from "../../src/texts/text-ids.ts";
import { contact, db, mainLine, testEnv } from "./company.ts";
import { FakeCarrier } from "./fake-carrier.ts";
import { sidOf } from "./webhooks.ts";

type Queued<Job> = { job: Job; dueAt: number; attempts: number };

/** Maximum deliveries before the dead-letter queue. */
const deliveriesMax = 4;

let texts = 0;

/** One Worker whose carrier, model, clock and queues a test controls. */
export class Workshop {
	readonly carrier = new FakeCarrier();
	at = new Date("2026-11-20T18:00:00Z");
	replies: Queued<AssistantJob>[] = [];
	jobs: Queued<MessageJob>[] = [];
	webhookJobs: Queued<WebhookJob>[] = [];
	announced: LiveNews[] = [];
	model: (messages: { role: string; content: string }[]) => unknown = () => answer("Hello!");
	modelCalls: { role: string; content: string }[][] = [];
	messaging: Context;

	constructor(overrides: Partial<Context> = {}) {
		this.carrier.now = () => this.at;
		this.carrier.install();
		this.messaging = this.open(overrides);
	}

	open(overrides: Partial<Context> = {}): Context {
		const account = {
			apiUrl: testEnv.TWILIO_API_URL,
			accountSid: testEnv.TWILIO_ACCOUNT_SID,
			authToken: testEnv.TWILIO_AUTH_TOKEN,
		};
		return {
			...createContext(testEnv, { waitUntil: () => undefined }),
			// Without waiting between repeated requests.
			carrier: openCarrier(account, { sleep: async () => undefined }),
			replyQueue: this.queueOf(this.replies),
			jobQueue: this.queueOf(this.jobs),
			webhookQueue: this.queueOf(this.webhookJobs),
			hearEvents: async () => undefined,
			ai: this.ai,
			announce: (events) => void this.announced.push(...events),
			now: () => this.at,
			...overrides,
		};
	}

	queueOf<Job>(waiting: Queued<Job>[]): Queue<Job> {
		const add = (job: Job, delaySeconds = 0) => {
			waiting.push({ job, dueAt: this.at.getTime() + delaySeconds * 1000, attempts: 0 });
		};
		return {
			send: async (job: Job, options?: QueueSendOptions) => add(job, options?.delaySeconds),
			sendBatch: async (jobs: { body: Job }[], options?: QueueSendBatchOptions) =>
				jobs.forEach(({ body }) => {
					add(body, options?.delaySeconds);
				}),
		} as unknown as Queue<Job>;
	}

	get ai(): AiBinding {
		return {
			run: async (_model, inputs) => {
				const talk = inputs.messages as { role: string; content: string }[];
				this.modelCalls.push(talk);
				return this.model(talk);
			},
		};
	}

	async text(body: string, { from = contact, to = mainLine, word = `t${++texts}` } = {}): Promise<void> {
		const webhook = InboundTextWebhook.parse({ MessageSid: sidOf(word), From: from, To: to, Body: body });
		await receiveText(this.messaging, webhook, this.messaging.now());
	}

	/** A text that the carrier also lists. */
	async textByCarrier(body: string, from: string): Promise<void> {
		const { sid } = this.carrier.receive(from, mainLine, body, this.at);
		const webhook = InboundTextWebhook.parse({ MessageSid: sid, From: from, To: mainLine, Body: body });
		await receiveText(this.messaging, webhook, this.messaging.now());
	}

	pass(seconds: number): void {
		this.at = new Date(this.at.getTime() + seconds * 1000);
	}

	/** Delivers all jobs that are due within this time. */
	async deliverJobs(seconds = 3600): Promise<void> {
		const until = this.at.getTime() + seconds * 1000;
		for (;;) {
			const next = this.#next();
			if (next === undefined || next.dueAt > until) break;
			if (next.dueAt > this.at.getTime()) this.at = new Date(next.dueAt);
			await this.#deliver(next);
		}
	}

	/** With a sweep after each round; a quarter of an hour is short enough for all but waits of days. */
	async deliverWithSweeps(rounds = 12, roundSeconds = 900): Promise<void> {
		for (let round = 0; round < rounds; round++) {
			await this.deliverJobs(roundSeconds);
			this.pass(roundSeconds);
			await Promise.race([this.dies(), sweep(this.messaging)]);
		}
		await this.deliverJobs(roundSeconds);
	}

	/** Resolves when the working process dies; a test that stops processes sets it. */
	dies: () => Promise<void> = () => new Promise(() => undefined);

	#next(): Queued<AssistantJob> | Queued<MessageJob> | undefined {
		return [...this.replies, ...this.jobs].sort((a, b) => a.dueAt - b.dueAt)[0];
	}

	async #deliver(next: Queued<AssistantJob> | Queued<MessageJob>): Promise<void> {
		const isReply = this.replies.includes(next as Queued<AssistantJob>);
		const waiting: unknown[] = isReply ? this.replies : this.jobs;
		waiting.splice(waiting.indexOf(next), 1);
		next.attempts += 1;
		const died = this.dies().then(() => ({ kind: "retry" as const, delaySeconds: undefined }));
		const work = isReply
			? next.attempts > deliveriesMax
				? handToPeople(this.messaging, next.job as AssistantJob)
				: answerConversation(this.messaging, next.job as AssistantJob)
			: runJob(this.messaging, next.job as MessageJob);
		const result = await Promise.race([
			died,
			work.catch(() => ({ kind: "retry" as const, delaySeconds: undefined })),
		]);
		if (result.kind === "done") return;
		if (!isReply && next.attempts > 2 * deliveriesMax) return;
		const delaySeconds = result.delaySeconds ?? 15 * 2 ** next.attempts;
		waiting.push({ ...next, dueAt: this.at.getTime() + delaySeconds * 1000 });
	}
}

export function answer(reply: string, more: object = {}) {
	return { response: { reply, language: "en", needsPerson: false, isUnsure: false, ...more } };
}

export async function loadConversation(from = contact, to = mainLine) {
	const [row] = await db
		.select()
		.from(conversations)
		.where(eq(conversations.id, await conversationIdOf(from, to)));
	return row;
}

export async function loadThread(from = contact, to = mainLine) {
	return db
		.select()
		.from(messages)
		.where(eq(messages.conversationId, await conversationIdOf(from, to)))
		.orderBy(asc(messages.position));
}
