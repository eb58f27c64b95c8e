import * as z from "zod";
import { Ext } from "../extensions/ext.ts";

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

export const CallOut = z.object({
	id: z.string().regex(/^call_[0-9a-f]{32}$/),
	to: e164,
	as: Ext,
	from: e164.nullable(),
});
export type CallOut = z.infer<typeof CallOut>;
