import { readForwardNumber, readNumber } from "@cloudpbx/domain/numbering/read-number";
import * as z from "zod";

/** National numbers are North American: the only ones whose area codes provisioning knows. */
const country = "US";

/** A number as a person types it, as E.164. */
export const NumberField = field(readNumber);

/** The same, for a telephone that calls are forwarded to. Null and empty: none. */
export const ForwardField = z.union([
	z.null(),
	z.literal("").transform(() => null),
	field(readForwardNumber),
]);

function field(read: typeof readNumber) {
	return z
		.string()
		.trim()
		.max(40)
		.transform((text, context) => {
			const number = read(text, country);
			if (number.ok) return number.number;
			context.addIssue({ code: "custom", message: number.reason });
			return z.NEVER;
		})
		.meta({ type: "string", example: "+14155550151" });
}
