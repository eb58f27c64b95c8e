export type Value = string | number | null;
export type Row = Record<string, Value>;

export const bucketNames = ["voicemail", "media"] as const;
export type BucketName = (typeof bucketNames)[number];

export interface StoredObject {
	bytes: Uint8Array;
	contentType: string | null;
}

export interface Store {
	/** One statement, at most 100 parameters. */
	query<Result extends Row = Row>(sql: string, params?: readonly Value[]): Promise<Result[]>;
	getObject(bucket: BucketName, key: string): Promise<StoredObject | null>;
	putObject(bucket: BucketName, key: string, object: StoredObject): Promise<void>;
}

export interface Source {
	store: Store;
	close(): Promise<void>;
}

/** An empty store to restore into; without `finish` nothing is kept. */
export interface Target {
	store: Store;
	/** The same carrier account, whose list of texts can be asked. */
	hasSameCarrier: boolean;
	/** Applies these migrations, by name and in order. */
	migrateTo(migrations: readonly string[]): Promise<void>;
	/** Applies the remaining migrations. */
	upgrade(): Promise<void>;
	finish(): Promise<void>;
	undo(): Promise<void>;
}
