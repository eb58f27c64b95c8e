import * as z from "zod";
import { instant } from "../instant.ts";

/** One change with the values before and after. Secrets and callers' numbers are left out. */
export const AuditEvent = z
	.object({
		id: z.string(),
		at: instant,
		actor: z.object({
			kind: z.enum(["user", "key", "system"]),
			id: z.string().nullable(),
			name: z.string(),
		}),
		action: z.string().meta({ example: "settings.update" }),
		target: z.object({ kind: z.string(), id: z.string().nullable() }),
		before: z.record(z.string(), z.unknown()).nullable(),
		after: z.record(z.string(), z.unknown()).nullable(),
		requestId: z.string().nullable(),
	})
	.meta({ id: "AuditEvent" });
export type AuditEvent = z.infer<typeof AuditEvent>;
