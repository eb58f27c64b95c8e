import type { ChangeFeed } from "../change-feed.ts";
import type { Alert } from "../registry/documents.ts";
import type { Collection } from "../storage/collection.ts";
import type { StorageContext } from "../storage/storage-context.ts";

export interface TimelineContext extends StorageContext {
	readonly changes: ChangeFeed;
	readonly calls: Records;
	readonly messages: Records;
	readonly alerts: Collection<Alert>;
}

interface Records {
	find(sid: string): unknown;
}
