import * as z from "zod";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import { AreaCode } from "./extensions.ts";

export const numberKinds = ["local", "toll_free"] as const;
export const NumberKind = z.enum(numberKinds);
export type NumberKind = z.infer<typeof NumberKind>;

export const PhoneNumber = z.object({
	id: z.string(),
	number: z.string(),
	kind: NumberKind,
	/** The extension that rings; null plays the company's menu. */
	extensionId: z.string().nullable(),
	extension: z.string().nullable(),
	/** When it goes back to the carrier; null: it stays. */
	releaseAt: instant.nullable(),
	label: z.string().nullable(),
	/** Counts changes of extension and label. */
	version: Version,
	createdAt: instant,
});
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** Local numbers are searched by area code, either kind by digits or letters (`*` is any digit). */
export const SearchNumbers = z.object({
	kind: NumberKind.default("local"),
	areaCode: AreaCode.optional(),
	contains: z
		.string()
		.regex(/^[0-9A-Za-z*]{2,16}$/, "Search for 2 to 16 digits, letters or *.")
		.optional(),
});
export type SearchNumbers = z.infer<typeof SearchNumbers>;

export const AvailableNumber = z.object({
	number: z.string(),
	kind: NumberKind,
	/** Town and state or province, as far as the carrier names them. */
	locality: z.string().nullable(),
	region: z.string().nullable(),
});
export type AvailableNumber = z.infer<typeof AvailableNumber>;

/** `areaCode` with kind toll_free is the prefix (800, 888, …). */
export const BuyNumber = z.object({ kind: NumberKind, areaCode: AreaCode.optional() });
export type BuyNumber = z.infer<typeof BuyNumber>;

/** Adopts a number that the company's carrier account already has. As typed, national or E.164. */
export const AdoptNumber = z.object({ number: z.string().trim().min(1).max(40) });
export type AdoptNumber = z.infer<typeof AdoptNumber>;

/** Null or empty: no label. An old `version` is refused. */
export const LabelNumber = z.object({
	label: z.string().trim().max(40, "A label has 40 characters at most.").nullable(),
	version: Version.optional(),
});
export type LabelNumber = z.infer<typeof LabelNumber>;

export const AdoptedNumber = PhoneNumber.extend({
	/** A missing capability at the carrier, such as texts, and what to do next; null: it takes calls and texts. */
	warning: z.string().nullable(),
});
export type AdoptedNumber = z.infer<typeof AdoptedNumber>;

/**
 * `stray`: rented, unused. `missing`: used, not rented. `drifted`: leads elsewhere. `no_…`: the carrier takes none.
 */
export const numberTroubleKinds = ["stray", "missing", "drifted", "no_calls", "no_texts"] as const;

export const NumberTrouble = z.object({
	/** Taken by `repairNumber`; a stray has one too. */
	id: z.string(),
	number: z.string(),
	trouble: z.enum(numberTroubleKinds),
	message: z.string(),
});
export type NumberTrouble = z.infer<typeof NumberTrouble>;

/** A comparison with the carrier's numbers; holds only those in trouble. */
export interface NumberCheck {
	checkedAt: string;
	troubles: NumberTrouble[];
}
