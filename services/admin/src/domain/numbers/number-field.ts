import { readForwardNumber, readNumber } from "@cloudpbx/domain/numbering/read-number";
import * as z from "zod";

/** National numbers are North American, as in provisioning. */
const country = "US";

export const NumberField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => toE164(readNumber, text, context))
	.meta({ type: "string", example: "+14155550151" });

/** A number as E.164, or a short code. */
export const AddressField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => (/^\d{3,6}$/.test(text) ? text : toE164(readNumber, text, context)))
	.meta({ type: "string", example: "+14155550151" });

/** A telephone that calls are forwarded to. */
export const PhoneField = z
	.string()
	.trim()
	.max(40)
	.transform((text, context) => toE164(readForwardNumber, text, context))
	.meta({ type: "string", example: "+14155550152" });

/** A telephone that calls are forwarded to; null or empty for none. */
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
