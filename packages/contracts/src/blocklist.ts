import * as z from "zod";
import { Version } from "./version.ts";
import { blockedThen, blocklistLimits } from "./words/blocklist-words.ts";

const then = z.enum(blockedThen).default("reject").meta({
	description: "`reject`: the call is not answered. `voicemail`: the caller may leave a message.",
});
const number = z.string().regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550199.");
const prefix = z.string().regex(/^\+[1-9]\d{0,13}$/, "The beginning of numbers in E.164, such as +1809.");

/** Callers who are not wanted: one number, all numbers that begin so, or all who call without a number. */
export const BlockItem = z
	.union([
		z.strictObject({ number, then }),
		z.strictObject({ prefix, then }),
		z.strictObject({ anonymous: z.literal(true), then }),
	])
	.meta({ id: "BlockItem" });
export type BlockItem = z.infer<typeof BlockItem>;

const items = z
	.array(BlockItem)
	.max(blocklistLimits.items, `At most ${blocklistLimits.items} entries.`)
	.refine(isUnique, { error: "An entry is there twice." });

/** Stored as one row of D1 `settings`. */
export const Blocklist = z.object({ items });
export type Blocklist = z.infer<typeof Blocklist>;

/** Its row among the settings, which is none. */
export const blocklistKey = "blocklist";

/** What GET answers. */
export const WholeBlocklist = z.object({ items, version: Version }).meta({ id: "Blocklist" });
export type WholeBlocklist = z.infer<typeof WholeBlocklist>;

/** What PUT takes. */
export const UpdateBlocklist = z.strictObject({ items, version: Version.optional() });
export type UpdateBlocklist = z.infer<typeof UpdateBlocklist>;

/** The stored value, or an empty list for what is none. */
export function readBlocklist(stored: unknown): BlockItem[] {
	const blocklist = Blocklist.safeParse(stored);
	return blocklist.success ? blocklist.data.items : [];
}

function isUnique(list: readonly BlockItem[]): boolean {
	const keys = list.map((item) =>
		"number" in item ? `=${item.number}` : "prefix" in item ? item.prefix : "",
	);
	return new Set(keys).size === keys.length;
}
