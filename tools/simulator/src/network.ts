import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";
import { recoverCalls, storeAliveAt } from "./calls/recover-calls.ts";
import { ChangeFeed } from "./change-feed.ts";
import { Clock } from "./clock/clock.ts";
import type { NetworkContext } from "./context.ts";
import { controlApp } from "./control/control-app.ts";
import type { Email } from "./emails/email.ts";
import { type FaultEffect, takeFault } from "./faults.ts";
import { recoverMessages } from "./messages/recover-messages.ts";
import { carryMessage } from "./messages/sending/carry-message.ts";
import { findTranscript } from "./recordings/find-transcript.ts";
import { resumeTranscriptions } from "./recordings/start-transcription.ts";
import { registerAllNumbers } from "./registry/registration.ts";
import { productsApp } from "./rest/products/products-app.ts";
import { restApp } from "./rest/rest-app.ts";
import { Collection } from "./storage/collection.ts";
import { schema } from "./storage/schema.ts";
import { type ModelExchange, noteModelAnswer } from "./timeline/note-model-answer.ts";
import { runTwiml } from "./verbs/run-program.ts";
import { resumeOutbox } from "./webhooks/outbox.ts";

/** After a kill, the network continues this soon, and knows its last moment this exactly. */
const wakeMilliseconds = 1_000;

/** The whole phone network: state in SQLite, calls in progress in memory. */
export class PhoneNetwork extends DurableObject<SimulatorEnv> {
	readonly #context: NetworkContext;
	readonly #app: Hono;
	#busy = 0;

	constructor(state: DurableObjectState, env: SimulatorEnv) {
		super(state, env);
		const { sql } = state.storage;
		sql.exec(schema);
		const changes = new ChangeFeed();
		this.#context = {
			account: { sid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN },
			publicUrl: env.PUBLIC_URL.replace(/\/+$/, ""),
			sql,
			clock: new Clock(sql, () => changes.emit({ kind: "clock" })),
			calls: new Collection(sql, "calls"),
			numbers: new Collection(sql, "numbers"),
			recordings: new Collection(sql, "recordings"),
			transcriptions: new Collection(sql, "transcriptions"),
			messages: new Collection(sql, "messages"),
			media: new Collection(sql, "media"),
			services: new Collection(sql, "services"),
			verifications: new Collection(sql, "verifications"),
			brands: new Collection(sql, "brands"),
			campaigns: new Collection(sql, "campaigns"),
			alerts: new Collection(sql, "alerts"),
			emails: new Collection(sql, "emails"),
			lines: new Map(),
			conferences: new Map(),
			queues: new Map(),
			senders: new Map(),
			beats: new Map(),
			changes,
			held: new Map(),
			generation: 0,
			background: (work) => this.#background(work),
			runTwiml,
			carry: (sid) => carryMessage(this.#context, sid),
		};
		this.#app = new Hono()
			.route("/simulator/control", controlApp(this.#context))
			.route("/simulator/2010-04-01", restApp(this.#context))
			.route("/", productsApp(this.#context));
		if (this.#context.brands.list().length === 0) registerAllNumbers(this.#context);
		// First: the following lines send callbacks of their own.
		resumeOutbox(this.#context);
		recoverCalls(this.#context);
		resumeTranscriptions(this.#context);
		recoverMessages(this.#context);
	}

	override async fetch(request: Request): Promise<Response> {
		return this.#app.fetch(request);
	}

	async takeFault(target: string): Promise<FaultEffect | null> {
		return takeFault(this.#context, target);
	}

	async keepEmail(email: Email): Promise<void> {
		this.#context.emails.save(email);
		this.#context.changes.emit({ kind: "email", sid: email.sid });
	}

	async findTranscript(sha256Hex: string): Promise<string | null> {
		return findTranscript(this.#context, sha256Hex);
	}

	async noteModel(exchange: ModelExchange): Promise<void> {
		noteModelAnswer(this.#context, exchange);
	}

	/** Wakes the object after a kill: its constructor continues the work. */
	override async alarm(): Promise<void> {
		if (this.#busy === 0) return;
		storeAliveAt(this.#context);
		await this.ctx.storage.setAlarm(Date.now() + wakeMilliseconds);
	}

	#background(work: Promise<unknown>): void {
		this.#busy += 1;
		if (this.#busy === 1) void this.ctx.storage.setAlarm(Date.now() + wakeMilliseconds);
		const settled = work
			.catch((error: unknown) => console.error("simulated network:", error))
			.finally(() => {
				this.#busy -= 1;
			});
		this.ctx.waitUntil(settled);
	}
}
