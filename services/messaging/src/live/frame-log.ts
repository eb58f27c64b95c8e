import type { LiveEvent, LiveFrame } from "@cloudpbx/contracts/live";

/** A browser that missed more reads its pages again. */
const keptFrames = 2000;

/** The numbered log of what was told. All of it is synchronous: nothing comes between a number and its telling. */
export class FrameLog {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		// The latest frame always stays, so that the next number is a new one without a counter, which would be a write more.
		sql.exec(
			"CREATE TABLE IF NOT EXISTS frames (seq INTEGER PRIMARY KEY, topic TEXT NOT NULL, frame TEXT NOT NULL)",
		);
	}

	/** Gives an event the next number. Answers the frame. */
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

	/**
	 * What a browser missed that last got the number `after`, then `hello`; `reset` when that is not known any more. Null, or
	 * no number: it comes for the first time and missed nothing.
	 */
	framesAfter(after: string | null, isHeard: (event: LiveEvent) => boolean): string[] {
		const { first, last } = this.#sql
			.exec<{ first: number | null; last: number | null }>(
				// Each by itself is one step in the table; together they would read all of it.
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
		// Last, so that a browser which loses the line in between asks again from what it really has.
		return [...missed.map(({ seq, frame }) => withSequence(seq, frame)), hello];
	}
}

function withSequence(seq: number, rest: string): string {
	return `{"seq":${seq},${rest.slice(1)}`;
}
