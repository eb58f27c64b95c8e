import { readForwardNumber, readNumber } from "@cloudpbx/domain/numbering/read-number";
import * as z from "zod";

/** National numbers are North American: the only ones whose area codes provisioning knows. */
const country = "US";

/** A number as a person types it, as E.164. */
export const NumberField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => toE164(readNumber, text, context))
	.meta({ type: "string", example: "+14155550151" });

/** The same, or a short code as it is: whatever a text can come from. */
export const AddressField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => (/^\d{3,6}$/.test(text) ? text : toE164(readNumber, text, context)))
	.meta({ type: "string", example: "+14155550151" });

/** The same, for a telephone that calls are forwarded to. */
export const PhoneField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => toE164(readForwardNumber, text, context))
	.meta({ type: "string", example: "+14155550152" });

/** The same, where there may be none: null or empty. */
export const ForwardField = z
	.string()
	.trim()
	.max(40)
	.nullable()
	.transform((text, context) => (text ? toE164(readForwardNumber, text, context) : null))
	.meta({ type: ["string", "null"], example: "+14155550151" });

function toE164(read: typeof readNumber, text: string, context: z.RefinementCtx): string {
	const number = read(text, country);
	if (number.ok) return number.number;
	context.addIssue({ code: "custom", message: number.reason });
	return z.NEVER;
}
