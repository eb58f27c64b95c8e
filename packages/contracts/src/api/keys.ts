import * as z from "zod";
import { instant } from "../instant.ts";
import { Scope } from "./scopes.ts";

export const CreateKey = z.strictObject({
	name: z.string().trim().min(1, "A name is needed.").max(100),
	scopes: z.array(Scope).min(1, "A key without a scope can do nothing.").max(50),
	expiresAt: instant.nullable().optional(),
});
export type CreateKey = z.infer<typeof CreateKey>;

export const Key = z
	.object({
		id: z.string(),
		name: z.string(),
		hint: z.string(),
		scopes: z.array(Scope),
		createdAt: instant,
		expiresAt: instant.nullable(),
		lastUsedAt: instant.nullable().meta({ description: "To the minute." }),
	})
	.meta({ id: "Key" });
export type Key = z.infer<typeof Key>;

export const NewKey = Key.extend({ key: z.string().meta({ description: "Shown only now." }) }).meta({
	id: "NewKey",
});
export type NewKey = z.infer<typeof NewKey>;
