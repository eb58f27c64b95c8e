import * as z from "zod";
import { Version } from "../version.ts";
import { blockedThen, blocklistLimits } from "../words/blocklist-words.ts";

const then = z.enum(blockedThen).default("reject").meta({
	description: "`reject`: the call is not answered. `voicemail`: the caller may leave a message.",
});
const number = z.string().regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550199.");
const prefix = z.string().regex(/^\+[1-9]\d{0,13}$/, "The beginning of numbers in E.164, such as +1809.");

/** One number, all numbers with a prefix, or all callers without a number. */
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
	.refine((list) => findRepeatedIndex(list) === -1, { error: "An entry is there twice." });

/** Stored as one row of D1 `settings`. */
export const Blocklist = z.object({ items });
export type Blocklist = z.infer<typeof Blocklist>;

export const blocklistKey = "blocklist";

export const WholeBlocklist = z.object({ items, version: Version }).meta({ id: "Blocklist" });
export type WholeBlocklist = z.infer<typeof WholeBlocklist>;

const typed = z.string().trim().min(1, "Which number?").max(40);

const notAnItem =
	'An entry has one of `number`, `prefix` or `"anonymous": true`, and with it `then`: `reject` or `voicemail`.';

const TypedBlockItem = z
	.union(
		[
			z.strictObject({
				number: typed.meta({ description: "As people write it; stored in E.164." }),
				then,
			}),
			z.strictObject({
				prefix: typed.meta({
					description: "The digits that numbers begin with, such as +44 or +1 809; without a plus in +1.",
				}),
				then,
			}),
			z.strictObject({ anonymous: z.literal(true), then }),
		],
		{ error: notAnItem },
	)
	.meta({ id: "TypedBlockItem" });
export type TypedBlockItem = z.infer<typeof TypedBlockItem>;

export const UpdateBlocklist = z.strictObject({
	items: z.array(TypedBlockItem).max(blocklistLimits.items, `At most ${blocklistLimits.items} entries.`),
	version: Version.optional(),
});
export type UpdateBlocklist = z.infer<typeof UpdateBlocklist>;

/** Returns an empty list for an invalid value. */
export function readBlocklist(stored: unknown): BlockItem[] {
	const blocklist = Blocklist.safeParse(stored);
	return blocklist.success ? blocklist.data.items : [];
}

/** Returns the index of the first entry that blocks the same as an earlier one; -1: none. */
export function findRepeatedIndex(list: readonly BlockItem[]): number {
	const seen = new Set<string>();
	return list.findIndex((item) => {
		const key = keyOfBlock(item);
		if (seen.has(key)) return true;
		seen.add(key);
		return false;
	});
}

function keyOfBlock(item: BlockItem): string {
	return "number" in item ? `=${item.number}` : "prefix" in item ? item.prefix : "";
}
