import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import {
	type BlockItem,
	findRepeatedIndex,
	type TypedBlockItem,
	type UpdateBlocklist,
	type WholeBlocklist,
} from "@cloudpbx/contracts/office/blocklist";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { readBlockItem } from "@cloudpbx/domain/blocklist/read-block-item";
import { sql } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { describeBlocked } from "../../domain/office/describe-blocked.ts";
import { readStoredBlocklist, selectBlocklist, storeBlocklist } from "./stored-blocklist.ts";
import { attemptsMax } from "./versioned-setting.ts";

/** An old version is refused, unless the same list is stored. Without a version the last write wins. */
export async function updateBlocklist(
	ctx: ActorContext,
	input: UpdateBlocklist,
): Promise<Result<WholeBlocklist>> {
	const { db } = ctx;
	const read = readItems(input.items);
	if (!read.ok) return read;
	const items = read.value;
	const numbers = items.map((item) => ("number" in item ? item.number : null));
	for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
		const [rows, [own]] = await db.batch([
			selectBlocklist(db),
			db
				.select({ number: phoneNumbers.number })
				.from(phoneNumbers)
				.where(sql`${phoneNumbers.number} IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`)
				.limit(1),
		]);
		if (own) {
			const message = "This is one of your own numbers; calls that your own telephones send on may show it.";
			return refuse("bad_input", `items.${numbers.indexOf(own.number)}.number: ${message}`);
		}
		const current = readStoredBlocklist(rows);
		if (JSON.stringify(current.items) === JSON.stringify(items)) return accept(current);
		if (input.version !== undefined && input.version !== current.version) {
			return refuseOldVersion(current, input);
		}
		const saved = await storeBlocklist(ctx, items, current, describeBlocked(current.items, items));
		if (saved !== null) return accept(saved);
	}
	return refuse("conflict", "The list is being changed by others just now. Try again.");
}

function readItems(typed: readonly TypedBlockItem[]): Result<BlockItem[]> {
	const items: BlockItem[] = [];
	for (const [index, entry] of typed.entries()) {
		const read = readBlockItem(entry);
		if (!read.ok) return refuse("bad_input", `items.${index}.${read.field}: ${read.reason}`);
		items.push(read.item);
	}
	const repeated = findRepeatedIndex(items);
	if (repeated !== -1) return refuse("bad_input", `items.${repeated}: This entry is there twice.`);
	return accept(items);
}
