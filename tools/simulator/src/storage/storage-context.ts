export interface StorageContext {
	readonly sql: SqlStorage;
}
