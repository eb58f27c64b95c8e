import { DurableObject } from "cloudflare:workers";
import {
	type LiveEvent,
	LiveListener,
	type LiveNews,
	liveListenerHeader,
	topicOfKind,
} from "@cloudpbx/contracts/news/live";
import { openDb } from "@cloudpbx/db/open-db";
import { createContext } from "../context.ts";
import { drainEvents } from "../events/drain-events.ts";
import { EventDrain } from "../events/event-drain.ts";
import { CampaignPace } from "./campaign-pace.ts";
import { checkMilliseconds, readGrants, recheckMilliseconds } from "./credential-check.ts";
import { FrameLog } from "./frame-log.ts";
import { hears } from "./hears.ts";
import { listConversationEvents } from "./list-conversation-events.ts";
import { type Connection, closeCodes, Listeners } from "./listeners.ts";
import { nextPlace } from "./presence.ts";
import { PresenceRoom } from "./presence-room.ts";
import { countSignal, readSignal } from "./read-signal.ts";

/** One object for the whole company. No await between numbering, storing and sending, so no frame is missed. */
export class LiveFeed extends DurableObject<MessagingEnv> {
	readonly #log: FrameLog;
	readonly #campaigns: CampaignPace;
	readonly #listeners: Listeners;
	readonly #presence: PresenceRoom;
	readonly #events: EventDrain;
	/** Milliseconds since 1970; null when none is set. */
	#alarmAt: number | null = null;

	constructor(state: DurableObjectState, env: MessagingEnv) {
		super(state, env);
		this.#log = new FrameLog(state.storage.sql);
		this.#campaigns = new CampaignPace(state.storage.sql);
		this.#listeners = new Listeners(state);
		this.#presence = new PresenceRoom(this.#listeners);
		this.#events = new EventDrain(state.storage.sql, () => drainEvents(createContext(env, state)));
		state.blockConcurrencyWhile(async () => {
			this.#alarmAt = await state.storage.getAlarm();
		});
	}

	/** Throws when the database cannot be asked about `consent`; all other events are sent before. */
	async publish(news: LiveNews[]): Promise<void> {
		const events = news.filter((one) => one.kind !== "consent");
		const numbers = news.flatMap((one) => (one.kind === "consent" ? one.numbers : []));
		this.#publish(events);
		// The change may have left events in the outbox.
		this.ctx.waitUntil(this.#events.start());
		if (numbers.length > 0) this.#publish(await listConversationEvents(openDb(this.env.DB), numbers));
	}

	async forget(number: string): Promise<void> {
		this.#log.forget(number);
	}

	hearEvents(isHeard: boolean): void {
		this.#events.hear(isHeard);
	}

	recheck(): Promise<void> {
		return this.#checkCredentials();
	}

	override fetch(request: Request): Response {
		if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
			return new Response("This address speaks WebSocket only.", { status: 426 });
		}
		const introduced = readListener(request.headers.get(liveListenerHeader));
		if (introduced === null) return new Response("Nobody says who listens.", { status: 400 });
		const now = Date.now();
		const listener = {
			...introduced,
			checkAt: now + checkMilliseconds,
			place: null,
			signals: { since: now, count: 0 },
		};
		const { 0: client, 1: server } = new WebSocketPair();
		this.#listeners.accept(server, listener);
		const after = new URL(request.url).searchParams.get("after");
		const missed = this.#log.framesAfter(after, (event) => hears(listener, event));
		for (const frame of [...missed, ...this.#presence.describeTo(listener)]) server.send(frame);
		this.#setAlarm();
		return new Response(null, { status: 101, webSocket: client });
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
		// A browser may still send on a socket that we have closed.
		if (!this.#listeners.isOpen(socket)) return;
		const now = Date.now();
		const listener = this.#listeners.of(socket);
		const signals = countSignal(listener.signals, now);
		const read = readSignal(message);
		if (signals === null) {
			this.#end({ socket, listener }, closeCodes.tooMany, "Too many messages.");
			return;
		}
		if (read.kind === "too_big") {
			this.#end({ socket, listener }, closeCodes.tooBig, "Too long a message.");
			return;
		}
		const mayBeSeen = listener.person !== null && listener.topics.includes("messages");
		const place =
			read.kind === "signal" && mayBeSeen ? nextPlace(listener.place, read.signal, now) : listener.place;
		this.#presence.move({ socket, listener: { ...listener, signals } }, place);
		this.#setAlarm();
	}

	override webSocketClose(socket: WebSocket): void {
		this.#end({ socket, listener: this.#listeners.of(socket) }, 1000, "");
	}

	override webSocketError(socket: WebSocket): void {
		this.#end({ socket, listener: this.#listeners.of(socket) }, 1011, "The line broke.");
	}

	override alarm(): void {
		this.#alarmAt = null;
		const now = Date.now();
		this.#tell(this.#campaigns.takeDue(now), now);
		this.#presence.relaxDue(now);
		const connections = this.#listeners.all();
		for (const connection of connections.filter(({ listener }) => (listener.until ?? Infinity) <= now)) {
			this.#end(connection, closeCodes.credentialEnded, "Sign in again.");
		}
		const isCheckDue = connections.some(({ listener }) => listener.checkAt <= now);
		if (isCheckDue) this.ctx.waitUntil(this.#checkCredentials());
		this.#setAlarm();
	}

	#publish(events: readonly LiveEvent[]): void {
		const now = Date.now();
		this.#tell(
			events.filter((event) => event.kind !== "campaign" || this.#campaigns.admit(event, now)),
			now,
		);
		this.#setAlarm();
	}

	#tell(events: readonly LiveEvent[], now: number): void {
		if (events.length === 0) return;
		const connections = this.#listeners.all().filter(({ listener }) => (listener.until ?? now) >= now);
		for (const event of events) {
			const frame = this.#log.append(topicOfKind[event.kind], event, new Date(now));
			for (const { socket, listener } of connections) {
				if (hears(listener, event)) this.#listeners.send(socket, frame);
			}
		}
		this.#log.trim();
	}

	/** Closes the sockets whose grant has changed since they connected. One statement for all credentials. */
	async #checkCredentials(): Promise<void> {
		const connections = this.#listeners.all();
		if (connections.length === 0) return;
		this.#checkAgain(connections, Date.now() + recheckMilliseconds);
		const grants = await readGrants(
			openDb(this.env.DB),
			connections.map(({ listener }) => listener.credential),
			new Date(),
		);
		if (grants === null) return;
		for (const [index, { socket }] of connections.entries()) {
			const listener = this.#listeners.of(socket);
			if (grants[index] !== listener.grant) {
				this.#end({ socket, listener }, closeCodes.credentialEnded, "Sign in again.");
			}
		}
		const held = connections.filter(({ listener }, index) => grants[index] === listener.grant);
		this.#alarmAt = null;
		this.#checkAgain(held, Date.now() + checkMilliseconds);
	}

	#checkAgain(connections: readonly Connection[], checkAt: number): void {
		for (const { socket } of connections) {
			this.#listeners.save(socket, { ...this.#listeners.of(socket), checkAt });
		}
		this.#setAlarm();
	}

	#end(connection: Connection, code: number, reason: string): void {
		this.#presence.move(connection, null);
		this.#listeners.close(connection.socket, code, reason);
	}

	/** An alarm that comes too early sets the next one. */
	#setAlarm(): void {
		const moments = this.#listeners
			.all()
			.flatMap(({ listener: { checkAt, until, place } }) => [checkAt, until, place?.until ?? null]);
		const at = Math.min(...[this.#campaigns.nextAt(), ...moments].map((moment) => moment ?? Infinity));
		if (at === Infinity || (this.#alarmAt !== null && this.#alarmAt <= at)) return;
		this.#alarmAt = at;
		void this.ctx.storage.setAlarm(at);
	}
}

function readListener(header: string | null): LiveListener | null {
	try {
		return LiveListener.parse(JSON.parse(decodeURIComponent(header ?? "")));
	} catch {
		return null;
	}
}
