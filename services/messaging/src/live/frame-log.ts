import type { LiveEvent, LiveFrame } from "@cloudpbx/contracts/news/live";

/** Maximum stored frames. A browser that missed more reloads its data. */
const keptFrames = 2000;

/** All methods are synchronous, so that nothing runs between numbering and sending. */
export class FrameLog {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		// The latest frame is never deleted, so the next number is derived from it; a counter would cost a write.
		sql.exec(
			"CREATE TABLE IF NOT EXISTS frames (seq INTEGER PRIMARY KEY, topic TEXT NOT NULL, frame TEXT NOT NULL)",
		);
	}

	append(topic: string, event: LiveEvent, at: Date): string {
		const rest = JSON.stringify({ at: at.toISOString(), ...event });
		const { seq } = this.#sql
			.exec<{ seq: number }>("INSERT INTO frames (topic, frame) VALUES (?, ?) RETURNING seq", topic, rest)
			.one();
		return withSequence(seq, rest);
	}

	trim(): void {
		this.#sql.exec("DELETE FROM frames WHERE seq <= (SELECT max(seq) FROM frames) - ?", keptFrames);
	}

	/** The frames keep their numbers without content; a browser that missed them reads the settings again. */
	forget(number: string): void {
		this.#sql.exec(
			`UPDATE frames SET topic = 'settings', frame = json_object('at', frame ->> '$.at', 'kind', 'settings')
				WHERE frame ->> '$.from' = ?`,
			number,
		);
	}

	/** Missed frames, then `hello`; `reset` if `after` is no longer known. Null or no number: a first connection. */
	framesAfter(after: string | null, isHeard: (event: LiveEvent) => boolean): string[] {
		const { first, last } = this.#sql
			.exec<{ first: number | null; last: number | null }>(
				// Each subquery is one step in the index; min and max in one query would read all rows.
				"SELECT (SELECT min(seq) FROM frames) AS first, (SELECT max(seq) FROM frames) AS last",
			)
			.one();
		const latest = last ?? 0;
		const known = after === null || !/^\d{1,15}$/.test(after) ? latest : Number(after);
		const hello = JSON.stringify({ seq: latest, kind: "hello" } satisfies LiveFrame);
		const isGap = known > latest || (first !== null && known < first - 1);
		if (isGap) return [JSON.stringify({ seq: latest, kind: "reset" } satisfies LiveFrame), hello];
		const missed = this.#sql
			.exec<{ seq: number; frame: string }>("SELECT seq, frame FROM frames WHERE seq > ? ORDER BY seq", known)
			.toArray()
			.filter(({ frame }) => isHeard(JSON.parse(frame) as LiveEvent));
		// `hello` is last: if the connection breaks earlier, the browser asks again from its last frame.
		return [...missed.map(({ seq, frame }) => withSequence(seq, frame)), hello];
	}
}

function withSequence(seq: number, rest: string): string {
	return `{"seq":${seq},${rest.slice(1)}`;
}
