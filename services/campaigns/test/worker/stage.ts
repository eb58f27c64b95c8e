import { env } from "cloudflare:workers";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { CampaignJob, CampaignPlan } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept } from "@cloudpbx/contracts/errors";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { SendText } from "@cloudpbx/contracts/texts/conversation-input";
import type { Actor, MessageStatus } from "@cloudpbx/contracts/texts/messages";
import { type MessageJob, SendTextRequest, type SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { openDb } from "@cloudpbx/db/open-db";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import type { Context as MessagingContext } from "../../../messaging/src/context.ts";
import { applyStatus } from "../../../messaging/src/delivery/receive-status.ts";
import { readSendRequests } from "../../../messaging/src/gate/read-send-requests.ts";
import { sendPaced } from "../../../messaging/src/gate/send-paced.ts";
import { listResults } from "../../../messaging/src/gate/send-texts.ts";
import { sendByPerson } from "../../../messaging/src/inbox/send-by-person.ts";
import { runJob } from "../../../messaging/src/jobs/run-job.ts";
import { receiveText } from "../../../messaging/src/receiving/receive-text.ts";
import { sweep as sweepMessages } from "../../../messaging/src/sweep/sweep.ts";
import { mainLine } from "../../../messaging/test/worker/company.ts";
import { sidOf } from "../../../messaging/test/worker/webhooks.ts";
import { Workshop } from "../../../messaging/test/worker/workshop.ts";
import type { Context as CampaignsContext } from "../../src/context.ts";
import { createCampaign } from "../../src/planning/create-campaign.ts";
import { startDueCampaigns } from "../../src/planning/start-due-campaigns.ts";
import { runSender } from "../../src/sending/run.ts";
import { sweep } from "../../src/sweep.ts";
import { type Process, Processes } from "./processes.ts";
import { VirtualTime } from "./virtual-time.ts";

export const testEnv = env as unknown as MessagingEnv;

export const db = openDb(testEnv.DB);

export const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };

export const beginning = new Date("2026-11-20T18:00:00Z");

const deliveriesMax = 6;

const queueMilliseconds = 50;

const retrySeconds = { campaigns: 5, gate: 15 };

/** Both Workers with a carrier, a clock and the queues between them. Processes may die. */
export class Stage {
	readonly time: VirtualTime;
	readonly shop = new Workshop();
	readonly processes: Processes;
	readonly campaigns: CampaignsContext;
	/** Processes that do not die, for the owner's requests and the carrier's webhooks. */
	readonly owner: CampaignsContext;
	readonly front: MessagingContext;
	readonly #beganAt: number;
	/** Writes, reads and deletions of messages of the campaigns' queue. */
	queueOperations = 0;
	/** Drops messages of the campaigns' queue. */
	losesJobs = false;

	announced: LiveNews[][] = [];

	readonly failures: unknown[] = [];

	constructor(
		processes = new Processes(null),
		overrides: Partial<CampaignsContext> = {},
		at = beginning,
		sweepEverySeconds = 300,
	) {
		this.time = new VirtualTime(at);
		this.#beganAt = at.getTime();
		this.processes = processes;
		processes.useTime(this.time);
		const { shop, time } = this;
		shop.carrier.now = () => time.at;
		shop.carrier.around = (carryOut) => processes.runEffect("gate", carryOut);
		const texts = { now: () => time.at, sleep: (milliseconds: number) => time.sleep(milliseconds) };
		const ownerProcesses = new Processes(null);
		ownerProcesses.databaseMilliseconds = processes.databaseMilliseconds;
		ownerProcesses.useTime(time);
		const database = openDb(ownerProcesses.wrapDatabase("campaigns", testEnv.DB));
		this.front = shop.open({ ...texts, db: database, jobQueue: this.#textJobs() });
		shop.messaging = shop.open({
			...texts,
			db: openDb(processes.wrapDatabase("gate", testEnv.DB)),
			jobQueue: processes.wrap("gate", this.#textJobs(), ["sendBatch"]),
			sleep: processes.sleepOf("gate").sleep,
		});
		const settings = {
			segmentPrice: 0.01,
			claimSeconds: 120,
			runSeconds: 600,
			runBatches: 7,
			sweepAfterSeconds: 600,
			announce: (news: LiveNews[]) => {
				if (news.length > 0) this.announced.push(news);
			},
			...texts,
		};
		this.owner = {
			...settings,
			db: database,
			messaging: this.#openGate(this.front, (answer) => answer()),
			queue: this.#jobs(),
			...overrides,
		};
		this.campaigns = {
			...settings,
			db: openDb(processes.wrapDatabase("campaigns", testEnv.DB)),
			messaging: this.#openGate(shop.messaging, (answer) => processes.call(answer)),
			queue: processes.wrap("campaigns", this.#jobs(), ["send"]),
			sleep: processes.sleepOf("campaigns").sleep,
			...overrides,
		};
		void this.#sweepForever(sweepEverySeconds);
	}

	async create(
		recipients: (string | CampaignRecipientInput)[],
		plan: Partial<CampaignPlan> = {},
		isDraft = false,
	): Promise<string> {
		const made = await createCampaign(
			this.owner,
			{
				plan: {
					name: "Sale",
					message: "Our sale starts today. Reply STOP to opt out.",
					quietHours: false,
					...plan,
				},
				recipients: recipients.map((one) => (typeof one === "string" ? { number: one } : one)),
				isDraft,
			},
			olivia,
		);
		if (!made.ok) throw new Error(made.error.message);
		return made.value.id;
	}

	live(seconds: number): Promise<void> {
		return this.time.until(this.time.sleep(seconds * 1000));
	}

	/** Does something this many seconds from now, during any other work. The promise rejects with its error. */
	after<Value>(seconds: number, effect: () => Promise<Value>): Promise<Value> {
		const isFar = this.processes.databaseMilliseconds > 0;
		// Work that waits for the clock must not stop it.
		return this.time.sleep(seconds * 1000).then(() => (isFar ? effect() : this.time.doing(effect)));
	}

	async liveUntilEnded(...ids: string[]): Promise<void> {
		for (let round = 0; round < 240; round++) {
			await this.live(60);
			const rows = await db.select().from(campaignTable);
			if (rows.filter(({ id }) => ids.includes(id)).every(({ status }) => status !== "sending")) return;
		}
		throw new Error("The campaign does not come to its end.");
	}

	sentTo(number: string): number {
		return this.shop.carrier.sent(number).length;
	}

	takenAt(numbers?: readonly string[]): number[] {
		return this.shop.carrier.takenAt
			.filter(({ to }) => numbers === undefined || numbers.includes(to))
			.map(({ at }) => at.getTime() - this.#beganAt);
	}

	async text(body: string, from: string, to = mainLine): Promise<void> {
		const sid = sidOf(`stage${++inbound}`);
		const webhook = InboundTextWebhook.parse({ MessageSid: sid, From: from, To: to, Body: body });
		await receiveText(this.front, webhook, this.front.now());
	}

	async report(to: string, status: MessageStatus, errorCode: number | null = null): Promise<void> {
		const [text] = this.shop.carrier.sent(to);
		if (!text) throw new Error(`${to} has no text.`);
		await applyStatus(this.front, null, { carrierId: text.sid, status, errorCode });
	}

	#openGate(messaging: MessagingContext, ask: <Value>(answer: () => Promise<Value>) => Promise<Value>) {
		return {
			sendTexts: (requests: SendTextRequest[], baton?: SlotBaton) =>
				ask(async () => accept(await sendPaced(messaging, await readSendRequests(parse(requests)), baton))),
			findTexts: (ids: string[]) => ask(async () => accept(await listResults(messaging, ids))),
			sendText: (input: SendText, actor: Actor) => ask(() => sendByPerson(messaging, input, actor)),
		};
	}

	#jobs(): Queue<CampaignJob> {
		return {
			send: async (job: CampaignJob, options?: QueueSendOptions) =>
				this.#enqueue(job, options?.delaySeconds ?? 0),
		} as unknown as Queue<CampaignJob>;
	}

	#enqueue(job: CampaignJob, delaySeconds: number): void {
		this.queueOperations += 1;
		if (!this.losesJobs) void this.#deliver("campaigns", () => this.#consume(job), delaySeconds);
	}

	#consume = async (job: CampaignJob) => {
		this.queueOperations += 1;
		await startDueCampaigns(this.campaigns);
		const { rest } = await runSender(this.campaigns, job.sender);
		rest.catch((error: unknown) => this.failures.push(error));
		this.queueOperations += 1;
		return undefined;
	};

	#textJobs(): Queue<MessageJob> {
		return {
			sendBatch: async (jobs: { body: MessageJob }[], options?: QueueSendBatchOptions) => {
				for (const { body } of jobs) {
					const work = async () => {
						const result = await runJob(this.shop.messaging, body);
						return result.kind === "done" ? undefined : result.delaySeconds;
					};
					void this.#deliver("gate", work, options?.delaySeconds ?? 0);
				}
			},
		} as unknown as Queue<MessageJob>;
	}

	/** Delivers a job at its time, and again when it fails or asks for a retry. */
	async #deliver(
		process: Process,
		work: () => Promise<number | undefined>,
		delaySeconds: number,
	): Promise<void> {
		let delay: number | null = delaySeconds;
		for (let attempt = 0; attempt < deliveriesMax && delay !== null; attempt++) {
			await this.time.sleep(delay * 1000 + queueMilliseconds);
			delay = await this.#survive(process, async () => (await work()) ?? null, retrySeconds[process]);
		}
	}

	async #sweepForever(sweepEverySeconds: number): Promise<void> {
		for (;;) {
			await this.time.sleep(sweepEverySeconds * 1000);
			await this.#survive("campaigns", () => sweep(this.campaigns), null);
			await this.#survive("gate", () => sweepMessages(this.shop.messaging), null);
		}
	}

	/** Returns `otherwise` when the process died during the work or the work failed. */
	#survive<Value, Other>(
		process: Process,
		work: () => Promise<Value>,
		otherwise: Other,
	): Promise<Value | Other> {
		const died = this.processes.begin(process).then(() => otherwise);
		return Promise.race([
			died,
			work().catch((error: unknown) => {
				this.failures.push(error);
				return otherwise;
			}),
		]);
	}
}

function parse(requests: SendTextRequest[]) {
	return requests.map((request) => SendTextRequest.parse(request));
}

let inbound = 0;

let people = 0;

export const inAnHour = "2026-11-20T19:00:00.000Z";

export const numbersOf = (people: readonly string[]) => people.map((number) => ({ number }));

/** Returns numbers that no test has used yet. */
export function somePeople(count: number): string[] {
	return Array.from({ length: count }, () => `+1415${String(2_000_000 + ++people)}`);
}

export { mainLine };
