export type Value = string | number | null;
export type Row = Record<string, Value>;

/** The buckets by what they hold; each place knows them by its own names. */
export const bucketNames = ["voicemail", "media"] as const;
export type BucketName = (typeof bucketNames)[number];

export interface StoredObject {
	bytes: Uint8Array;
	contentType: string | null;
}

/** A company's database and files, on this machine or in a Cloudflare account. */
export interface Store {
	/** One statement, at most 100 parameters. */
	query<Result extends Row = Row>(sql: string, params?: readonly Value[]): Promise<Result[]>;
	/** Null where the bucket has no such file. */
	getObject(bucket: BucketName, key: string): Promise<StoredObject | null>;
	putObject(bucket: BucketName, key: string, object: StoredObject): Promise<void>;
}

/** A store to read from. */
export interface Source {
	store: Store;
	close(): Promise<void>;
}

/** An empty store to restore into. Nothing is kept of it unless `finish` is called. */
export interface Target {
	store: Store;
	/** Texts are sent by the same carrier account, whose list of texts can be asked. */
	hasSameCarrier: boolean;
	/** Brings the empty database to these migrations, by name and in order. */
	migrateTo(migrations: readonly string[]): Promise<void>;
	/** Brings the filled database to this version. */
	upgrade(): Promise<void>;
	/** From here on the company is there. */
	finish(): Promise<void>;
	/** Takes everything back. */
	undo(): Promise<void>;
}
