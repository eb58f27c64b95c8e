import { env } from "cloudflare:workers";
import type { CampaignJob, CampaignPlan, CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { accept } from "@cloudpbx/contracts/errors";
import type { SendTextRequest } from "@cloudpbx/contracts/sending";
import { openDb } from "@cloudpbx/db/open-db";
import {
	campaignRecipients,
	campaignSenders,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { asc, eq, sql } from "drizzle-orm";
import type { Campaigns } from "../../services/campaigns/src/open-campaigns.ts";
import { createCampaign } from "../../services/campaigns/src/operations/create-campaign.ts";
import { sendSlice } from "../../services/campaigns/src/operations/send-slice.ts";
import { sweep } from "../../services/campaigns/src/operations/sweep.ts";
import { readSendRequests } from "../../services/messaging/src/operations/read-send-requests.ts";
import { sendByPerson } from "../../services/messaging/src/operations/send-by-person.ts";
import { sendPaced } from "../../services/messaging/src/operations/send-paced.ts";
import { findTexts } from "../../services/messaging/src/operations/send-texts.ts";
import { sweep as sweepMessages } from "../../services/messaging/src/operations/sweep/sweep.ts";
import { mainLine } from "../../services/messaging/test/worker/company.ts";
import { Workshop } from "../../services/messaging/test/worker/workshop.ts";
import { Mortal, type Process } from "./mortal.ts";
import { VirtualTime } from "./virtual-time.ts";

export const testEnv = env as unknown as MessagingEnv;
export const db = openDb(testEnv.DB);

export const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };

const sweepEverySeconds = 300;

interface Queued {
	job: CampaignJob;
	dueAt: number;
	attempts: number;
}

/** The campaigns' Worker, messaging behind it, a carrier, a clock and the queues between them. Processes may die. */
export class Stage {
	readonly time = new VirtualTime(new Date("2026-11-20T18:00:00Z"));
	readonly shop = new Workshop();
	readonly mortal: Mortal;
	readonly campaigns: Campaigns;
	jobs: Queued[] = [];
	/** Messages that the queue took, delivered and took back: each counts once when written, read and deleted. */
	queueOperations = 0;
	/** When the carrier took each text, in milliseconds. */
	takenAt: { to: string; at: number }[] = [];
	#sweptAt: number;

	constructor(mortal = new Mortal(null), overrides: Partial<Campaigns> = {}) {
		this.mortal = mortal;
		mortal.attend(this.time);
		this.#sweptAt = this.time.at.getTime();
		const { shop, time } = this;
		shop.carrier.now = () => time.at;
		shop.carrier.around = (carryOut) => mortal.deed("gate", carryOut);
		const gate = mortal.liveAs("gate");
		shop.messaging = shop.open({
			db: openDb(mortal.wrapDatabase("gate", testEnv.DB)),
			jobQueue: mortal.wrap("gate", shop.queueOf(shop.jobs), ["sendBatch"]),
			now: () => time.at,
			sleep: gate.sleep,
		});
		this.campaigns = {
			db: openDb(mortal.wrapDatabase("campaigns", testEnv.DB)),
			messaging: {
				sendTexts: (requests: SendTextRequest[]) =>
					mortal.call(async () =>
						accept(await sendPaced(shop.messaging, await readSendRequests(parse(requests)))),
					),
				findTexts: (ids) => mortal.call(async () => accept(await findTexts(shop.messaging, ids))),
				sendText: (input, actor) => mortal.call(() => sendByPerson(shop.messaging, input, actor)),
			},
			queue: {
				send: (job: CampaignJob, options?: QueueSendOptions) =>
					mortal.deed("campaigns", async () => this.#enqueue(job, options?.delaySeconds ?? 0)),
			} as unknown as Queue<CampaignJob>,
			segmentPrice: 0.01,
			claimSeconds: 120,
			sliceSeconds: 600,
			sliceParts: 11,
			sweepAfterSeconds: 600,
			announce: () => undefined,
			now: () => time.at,
			sleep: mortal.liveAs("campaigns").sleep,
			...overrides,
		};
	}

	/** A campaign that starts at once, made by somebody who does not die. */
	async create(
		recipients: (string | CampaignRecipientInput)[],
		plan: Partial<CampaignPlan> = {},
		isDraft = false,
	): Promise<string> {
		const made = await this.mortal.immortally(() =>
			createCampaign(
				this.campaigns,
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
			),
		);
		if (!made.ok) throw new Error(made.error.message);
		return made.value.id;
	}

	/** Everything that is due within a while happens, in its time; sweeps come every five minutes. */
	async live(seconds: number): Promise<void> {
		const until = this.time.at.getTime() + seconds * 1000;
		for (;;) {
			const now = this.time.at.getTime();
			const sweepAt = this.#sweptAt + sweepEverySeconds * 1000;
			const job = this.jobs.toSorted((one, other) => one.dueAt - other.dueAt)[0];
			const textJobAt = Math.min(Number.POSITIVE_INFINITY, ...this.shop.jobs.map(({ dueAt }) => dueAt));
			const next = Math.min(job?.dueAt ?? Number.POSITIVE_INFINITY, sweepAt, textJobAt);
			if (next > until) break;
			if (next > now) this.time.at = new Date(next);
			if (next === sweepAt) await this.#sweep();
			else if (job && next === job.dueAt) await this.#deliver(job);
			else await this.#runTextJobs();
		}
		if (this.time.at.getTime() < until) this.time.at = new Date(until);
	}

	/** Until the campaigns have nothing left to do; fails when that takes longer than it ever should. */
	async liveUntilEnded(...ids: string[]): Promise<void> {
		for (let round = 0; round < 200; round++) {
			await this.live(300);
			const rows = await db.select().from(campaignTable);
			if (rows.filter(({ id }) => ids.includes(id)).every(({ status }) => status !== "sending")) return;
		}
		throw new Error("The campaign does not come to its end.");
	}

	sentTo(number: string): number {
		return this.shop.carrier.sent(number).length;
	}

	#enqueue(job: CampaignJob, delaySeconds: number): void {
		this.queueOperations += 1;
		this.jobs.push({ job, dueAt: this.time.at.getTime() + delaySeconds * 1000, attempts: 0 });
	}

	async #deliver(queued: Queued): Promise<void> {
		this.jobs.splice(this.jobs.indexOf(queued), 1);
		this.queueOperations += 1;
		queued.attempts += 1;
		const isDone = await this.#survive("campaigns", async () => {
			const { rest } = await sendSlice(this.campaigns, queued.job.sender);
			await rest;
		});
		if (isDone) this.queueOperations += 1;
		else if (queued.attempts <= 5) this.jobs.push({ ...queued, dueAt: this.time.at.getTime() + 5000 });
	}

	async #sweep(): Promise<void> {
		this.#sweptAt = this.time.at.getTime();
		await this.#survive("campaigns", () => sweep(this.campaigns));
		await this.#survive("gate", () => sweepMessages(this.shop.messaging));
	}

	async #runTextJobs(): Promise<void> {
		this.shop.at = this.time.at;
		await this.#survive("gate", () => this.shop.settle(0));
	}

	/** False when the process died over it, or the work failed. */
	async #survive(process: Process, work: () => Promise<unknown>): Promise<boolean> {
		const died = this.mortal.begin(process).then(() => false);
		const done = work().then(
			() => true,
			() => false,
		);
		return this.time.until(Promise.race([died, done]));
	}
}

function parse(requests: SendTextRequest[]) {
	return requests.map((request) => ({ ...request, quietHours: request.quietHours ?? true }));
}

export async function loadCampaign(id: string) {
	const [row] = await db.select().from(campaignTable).where(eq(campaignTable.id, id));
	if (!row) throw new Error("There is no such campaign.");
	return row;
}

export function loadRecipients(id: string) {
	return db
		.select()
		.from(campaignRecipients)
		.where(eq(campaignRecipients.campaignId, id))
		.orderBy(asc(campaignRecipients.position));
}

/** The counts of a campaign as they are kept, and as they are counted anew. */
export async function loadCounts(id: string) {
	const {
		queuedCount,
		sendingCount,
		sentCount,
		deliveredCount,
		undeliveredCount,
		failedCount,
		skippedCount,
	} = await loadCampaign(id);
	const kept = {
		queued: queuedCount,
		sending: sendingCount,
		sent: sentCount,
		delivered: deliveredCount,
		undelivered: undeliveredCount,
		failed: failedCount,
		skipped: skippedCount,
	};
	const rows = await db.all<{ status: keyof typeof kept; count: number }>(
		sql`SELECT status, count(*) AS count FROM campaign_recipients WHERE campaign_id = ${id} GROUP BY status`,
	);
	const none = { queued: 0, sending: 0, sent: 0, delivered: 0, undelivered: 0, failed: 0, skipped: 0 };
	const counted = { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
	return { kept, counted };
}

/** Every stage begins at the same instant: what an earlier one left about the future is not its business. */
export async function clearCampaigns(): Promise<void> {
	await db.batch([db.delete(campaignTable), db.delete(campaignRecipients), db.delete(campaignSenders)]);
}

let people = 0;

/** Numbers that nobody else has. */
export function somePeople(count: number): string[] {
	return Array.from({ length: count }, () => `+1415${String(2_000_000 + ++people)}`);
}

export { mainLine };
