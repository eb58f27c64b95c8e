import * as z from "zod";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import { AreaCode } from "./extensions.ts";

export const numberKinds = ["local", "toll_free"] as const;
export const NumberKind = z.enum(numberKinds);
export type NumberKind = z.infer<typeof NumberKind>;

/** A number that we rent. */
export const PhoneNumber = z.object({
	id: z.string(),
	/** E.164. */
	number: z.string(),
	kind: NumberKind,
	/** The extension it rings; null plays the company's menu. */
	extensionId: z.string().nullable(),
	/** That extension's three keys. */
	extension: z.string().nullable(),
	/** When it goes back to the carrier; null: it stays. */
	releaseAt: instant.nullable(),
	/** What the company calls it, such as "Sales line"; null: nothing. */
	label: z.string().nullable(),
	/** Of what it rings and is called. */
	version: Version,
	createdAt: instant,
});
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** What can be searched: local numbers by area code, either kind by digits or letters (`*` is any digit). */
export const SearchNumbers = z.object({
	kind: NumberKind.default("local"),
	areaCode: AreaCode.optional(),
	contains: z
		.string()
		.regex(/^[0-9A-Za-z*]{2,16}$/, "Search for 2 to 16 digits, letters or *.")
		.optional(),
});
export type SearchNumbers = z.infer<typeof SearchNumbers>;

/** A number that the carrier would rent to us now. */
export const AvailableNumber = z.object({
	number: z.string(),
	kind: NumberKind,
	/** Town and state or province, as far as the carrier names them. */
	locality: z.string().nullable(),
	region: z.string().nullable(),
});
export type AvailableNumber = z.infer<typeof AvailableNumber>;

/** `areaCode` with kind toll_free names the prefix (800, 888, …). */
export const BuyNumber = z.object({ kind: NumberKind, areaCode: AreaCode.optional() });
export type BuyNumber = z.infer<typeof BuyNumber>;

/** Takes up a number that the company's carrier account already has. As typed, national or E.164. */
export const AdoptNumber = z.object({ number: z.string().trim().min(1).max(40) });
export type AdoptNumber = z.infer<typeof AdoptNumber>;

/** What the company calls a number, for people; null or empty: nothing. An old `version` is refused. */
export const LabelNumber = z.object({
	label: z.string().trim().max(40, "A label has 40 characters at most.").nullable(),
	version: Version.optional(),
});
export type LabelNumber = z.infer<typeof LabelNumber>;

/** A number that was taken up or repaired. */
export const AdoptedNumber = PhoneNumber.extend({
	/** What it cannot do at the carrier, such as texts, and what to do next; null: it takes calls and texts. */
	warning: z.string().nullable(),
});
export type AdoptedNumber = z.infer<typeof AdoptedNumber>;

/**
 * `stray`: the carrier rents it to us and we do not use it. `missing`: we use it and the carrier does not have it.
 * `drifted`: its calls or texts do not come here. `no_calls`, `no_texts`: the carrier takes none for it, which repairing does not
 * change.
 */
export const numberTroubleKinds = ["stray", "missing", "drifted", "no_calls", "no_texts"] as const;

export const NumberTrouble = z.object({
	/** What `repairNumber` takes; a stray has one too. */
	id: z.string(),
	number: z.string(),
	trouble: z.enum(numberTroubleKinds),
	/** What is wrong and what repairing does, in words for the owner. */
	message: z.string(),
});
export type NumberTrouble = z.infer<typeof NumberTrouble>;

/** A comparison with what the carrier has. Only numbers in trouble are in it. */
export interface NumberCheck {
	/** When it began: what was repaired since is in order nevertheless. */
	checkedAt: string;
	troubles: NumberTrouble[];
}
