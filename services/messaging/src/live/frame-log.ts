import type { LiveEvent, LiveFrame } from "@cloudpbx/contracts/news/live";

/** Maximum stored frames. A browser that missed more reloads its pages. */
const keptFrames = 2000;

/**
 * The numbered log of sent frames. All methods are synchronous, so that nothing runs between numbering and
 * sending.
 */
export class FrameLog {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		// The latest frame always stays, so the next number is derived from it. A counter would cost one more
		// write.
		sql.exec(
			"CREATE TABLE IF NOT EXISTS frames (seq INTEGER PRIMARY KEY, topic TEXT NOT NULL, frame TEXT NOT NULL)",
		);
	}

	/** Stores an event under the next number. Returns the frame. */
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

	/** The frames about a contact keep their numbers and say nothing of it: who missed them reads the settings again. */
	forget(number: string): void {
		this.#sql.exec(
			`UPDATE frames SET topic = 'settings', frame = json_object('at', frame ->> '$.at', 'kind', 'settings')
				WHERE frame ->> '$.from' = ?`,
			number,
		);
	}

	/**
	 * Returns the frames after number `after`, then `hello`. Returns `reset` when that number is no longer
	 * known. Null or a non-number: the browser connects for the first time and missed nothing.
	 */
	framesAfter(after: string | null, isHeard: (event: LiveEvent) => boolean): string[] {
		const { first, last } = this.#sql
			.exec<{ first: number | null; last: number | null }>(
				// Each subquery alone is one step in the table; min and max in one query would read all of it.
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
		// `hello` comes last, so that a browser whose connection breaks earlier asks again from the last frame
		// that it received.
		return [...missed.map(({ seq, frame }) => withSequence(seq, frame)), hello];
	}
}

function withSequence(seq: number, rest: string): string {
	return `{"seq":${seq},${rest.slice(1)}`;
}
