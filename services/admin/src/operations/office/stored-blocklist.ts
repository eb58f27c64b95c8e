import { blocklistKey, readBlocklist, type WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { readVersionInside } from "./versioned-setting.ts";

/** A statement, so that it fits into a batch. */
export function selectBlocklist(db: Db) {
	return db.select({ value: settings.value }).from(settings).where(eq(settings.key, blocklistKey));
}

export function readStoredBlocklist([row]: readonly { value: unknown }[]): WholeBlocklist {
	return { items: readBlocklist(row?.value), version: readVersionInside(row?.value) };
}
