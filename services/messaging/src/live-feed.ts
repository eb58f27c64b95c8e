import { DurableObject } from "cloudflare:workers";
import {
	type LiveEvent,
	type LiveFrame,
	type LiveTopic,
	liveTopics,
	topicOfKind,
} from "@cloudpbx/contracts/live";

/** What each browser is told, kept through hibernation. */
interface Listener {
	topics: LiveTopic[];
	/** Milliseconds since 1970, after which it is told nothing more: its sign-in may be over. */
	until: number;
}

/** A browser that missed more reads its pages again. */
const keptFrames = 2000;

/**
 * One object for the whole company. Everything it is told gets the next number and is kept for a while, so that a browser
 * that was away is told what it missed; numbering, keeping and telling happen without an await between them.
 */
export class LiveFeed extends DurableObject {
	constructor(state: DurableObjectState, env: MessagingEnv) {
		super(state, env);
		state.storage.sql.exec(
			"CREATE TABLE IF NOT EXISTS frames (seq INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, frame TEXT NOT NULL)",
		);
		// Answered without waking this object.
		state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
	}

	publish(events: LiveEvent[]): void {
		const at = new Date().toISOString();
		for (const event of events) {
			const topic = topicOfKind[event.kind];
			const rest = JSON.stringify({ at, ...event });
			const [row] = this.ctx.storage.sql
				.exec<{ seq: number }>("INSERT INTO frames (topic, frame) VALUES (?, ?) RETURNING seq", topic, rest)
				.toArray();
			if (row) this.#tell(topic, withSequence(row.seq, rest));
		}
		this.ctx.storage.sql.exec(
			"DELETE FROM frames WHERE seq <= (SELECT max(seq) FROM frames) - ?",
			keptFrames,
		);
	}

	override fetch(request: Request): Response {
		if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
			return new Response("This address speaks WebSocket only.", { status: 426 });
		}
		const { searchParams } = new URL(request.url);
		const topics = liveTopics.filter((topic) =>
			(searchParams.get("topics") ?? "").split(",").includes(topic),
		);
		const until = Number(searchParams.get("until")) || Number.MAX_SAFE_INTEGER;
		const { 0: client, 1: server } = new WebSocketPair();
		this.ctx.acceptWebSocket(server);
		server.serializeAttachment({ topics, until } satisfies Listener);
		for (const frame of this.#framesAfter(searchParams.get("after"), topics)) server.send(frame);
		return new Response(null, { status: 101, webSocket: client });
	}

	override webSocketMessage(): void {
		// Browsers listen; what they want to change goes through the API.
	}

	override webSocketClose(socket: WebSocket): void {
		socket.close();
	}

	#framesAfter(after: string | null, topics: LiveTopic[]): string[] {
		const { sql } = this.ctx.storage;
		const bounds = sql
			.exec<{ first: number | null; last: number | null }>(
				"SELECT min(seq) AS first, max(seq) AS last FROM frames",
			)
			.one();
		const last = bounds.last ?? 0;
		const known = after === null || !/^\d{1,15}$/.test(after) ? last : Number(after);
		const hello = JSON.stringify({ seq: last, kind: "hello" } satisfies LiveFrame);
		const isGap = known > last || (bounds.first !== null && known < bounds.first - 1);
		if (isGap) return [JSON.stringify({ seq: last, kind: "reset" } satisfies LiveFrame), hello];
		const missed = sql
			.exec<{ seq: number; topic: LiveTopic; frame: string }>(
				"SELECT seq, topic, frame FROM frames WHERE seq > ? ORDER BY seq",
				known,
			)
			.toArray()
			.filter(({ topic }) => topics.includes(topic));
		// Last, so that a browser which loses the line in between asks again from what it really has.
		return [...missed.map(({ seq, frame }) => withSequence(seq, frame)), hello];
	}

	#tell(topic: LiveTopic, frame: string): void {
		for (const socket of this.ctx.getWebSockets()) {
			const listener = socket.deserializeAttachment() as Listener;
			if (listener.until < Date.now()) socket.close(4001, "Sign in again.");
			else if (listener.topics.includes(topic)) socket.send(frame);
		}
	}
}

function withSequence(seq: number, rest: string): string {
	return `{"seq":${seq},${rest.slice(1)}`;
}
