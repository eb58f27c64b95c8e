import * as z from "zod";
import { instant } from "../instant.ts";
import { consentSources } from "../words/consent-sources.ts";
import { Actor } from "./messages.ts";

export const consentKinds = ["opt_out", "opt_in"] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const OptOut = z
	.object({
		number: z.string(),
		source: z.enum(consentSources),
		words: z.string().nullable().meta({ description: "What the contact wrote." }),
		reason: z.string().nullable().meta({ description: "What a person wrote when adding it." }),
		addedBy: z.string().nullable(),
		at: instant,
	})
	.meta({ id: "OptOut" });
export type OptOut = z.infer<typeof OptOut>;

/** One entry of the append-only consent ledger. */
export const ConsentEvent = z
	.object({
		number: z.string(),
		kind: z.enum(consentKinds),
		source: z.enum(consentSources),
		words: z.string().nullable(),
		reason: z.string().nullable(),
		messageId: z.string().nullable(),
		by: z.string().nullable(),
		at: instant,
	})
	.meta({ id: "ConsentEvent" });
export type ConsentEvent = z.infer<typeof ConsentEvent>;

const reason = z.string().trim().min(1, "A reason is needed.").max(500);

export const AddOptOut = z.object({ number: z.string().trim().min(1).max(64), reason });
export type AddOptOut = z.infer<typeof AddOptOut>;

/** Maximum rows of one call; a larger file comes in several. */
export const importOptOutsMax = 5000;

export const ImportOptOuts = z
	.array(AddOptOut.extend({ reason: reason.catch("imported") }))
	.max(importOptOutsMax);
export type ImportOptOuts = z.input<typeof ImportOptOuts>;

export interface ImportedOptOuts {
	added: number;
	unchanged: number;
	/** Rows, counted from 0, without a telephone number. */
	invalid: { row: number; reason: string }[];
}

export const RemoveOptOut = z.object({
	number: z.string().trim().min(1).max(64),
	reason: z.string().trim().min(10, "Say in a sentence why this number may be texted again.").max(500),
	actor: Actor,
});
export type RemoveOptOut = z.infer<typeof RemoveOptOut>;

export const ListOptOuts = z.object({
	number: z.string().trim().min(1).max(64).optional(),
	limit: z.int().min(1).max(1000).default(50),
	cursor: z.string().max(500).optional(),
});
export type ListOptOuts = z.input<typeof ListOptOuts>;
