import { blocklistKey, readBlocklist, type WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import type { ActorContext } from "../../context.ts";
import { type Change, recordIfChanged } from "../audit/record-change.ts";
import { readVersionInside, storeVersioned } from "./versioned-setting.ts";

export function selectBlocklist(db: Db) {
	return db.select({ value: settings.value }).from(settings).where(eq(settings.key, blocklistKey));
}

/** One statement for the batch of the authentication. */
export const blocklistFacts = readAlongside(({ db }) => [selectBlocklist(db)] as const);

export function readStoredBlocklist([row]: readonly { value: unknown }[]): WholeBlocklist {
	return { items: readBlocklist(row?.value), version: readVersionInside(row?.value) };
}

/** Returns the stored list; null when another version was stored meanwhile. */
export async function storeBlocklist(
	ctx: ActorContext,
	items: WholeBlocklist["items"],
	current: WholeBlocklist,
	change: Pick<Change, "before" | "after">,
): Promise<WholeBlocklist | null> {
	const { db, now } = ctx;
	const saved = { items, version: current.version + 1 };
	const [[written]] = await db.batch([
		storeVersioned(db, { key: blocklistKey, value: saved }, current.version, now),
		recordIfChanged(ctx, { action: "blocklist.update", target: { kind: "blocklist", id: null }, ...change }),
	]);
	return written ? saved : null;
}
