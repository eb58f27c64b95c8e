export type Filter = readonly [condition: string, ...values: (string | number | null)[]];

/** JSON documents by sid, newest first. Conditions use `doc ->> 'field'`. */
export class Collection<Document extends { sid: string }> {
	readonly #sql: SqlStorage;
	readonly #table: string;

	constructor(sql: SqlStorage, table: string) {
		this.#sql = sql;
		this.#table = table;
	}

	find(sid: string): Document | null {
		const [row] = this.#sql
			.exec<{ doc: string }>(`SELECT doc FROM ${this.#table} WHERE sid = ?`, sid)
			.toArray();
		return row ? this.#read(row) : null;
	}

	list(filters: readonly Filter[] = []): Document[] {
		return this.page(filters, everything, 0);
	}

	page(filters: readonly Filter[], limit: number, offset: number): Document[] {
		const where = filters.length ? `WHERE ${filters.map(([condition]) => condition).join(" AND ")}` : "";
		const values = filters.flatMap(([, ...values]) => values);
		return this.#sql
			.exec<{ doc: string }>(
				`SELECT doc FROM ${this.#table} ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
				...values,
				limit,
				offset,
			)
			.toArray()
			.map((row) => this.#read(row));
	}

	save(document: Document): void {
		this.#sql.exec(
			`INSERT INTO ${this.#table} (sid, doc) VALUES (?1, ?2) ON CONFLICT (sid) DO UPDATE SET doc = ?2`,
			document.sid,
			JSON.stringify(document),
		);
	}

	delete(sid: string): boolean {
		return this.#sql.exec(`DELETE FROM ${this.#table} WHERE sid = ?`, sid).rowsWritten > 0;
	}

	#read(row: { doc: string }): Document {
		return JSON.parse(row.doc) as Document;
	}
}

/** SQLite's word for no limit. */
const everything = -1;
