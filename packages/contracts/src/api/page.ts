import * as z from "zod";

export const pageLimitDefault = 50;
export const pageLimitMax = 200;

/** The query of every list. `cursor` is the opaque `nextCursor` of the previous page. */
export const PageQuery = z.object({
	limit: z.coerce.number().int().min(1).max(pageLimitMax).default(pageLimitDefault),
	cursor: z.string().min(1).max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list. `nextCursor` is null on the last one. */
export interface Page<Item> {
	items: Item[];
	nextCursor: string | null;
}

export function pageOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
