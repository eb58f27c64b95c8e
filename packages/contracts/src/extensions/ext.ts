import * as z from "zod";

export const Ext = z.string().regex(/^1(0[1-9]|[1-9]\d)$/, "An extension is three digits from 101 to 199.");
export type Ext = z.infer<typeof Ext>;
