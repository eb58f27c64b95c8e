import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { type Capabilities, capabilitiesOf, type PhoneNumber } from "../numbers.ts";
import { readBody } from "./body.ts";
import { getNumber } from "./get-number.ts";
import { Problem } from "./problem.ts";
import { readAddress } from "./read-address.ts";

export function numberRoutes(ctx: NetworkContext): Hono {
	const find = (context: Context) => getNumber(ctx, readAddress(context.req.param("number") ?? ""));
	return new Hono()
		.get("/numbers/:number", (context) => context.json(toNumberView(find(context))))
		.put("/numbers/:number", async (context) => {
			const number = find(context);
			const { capabilities } = await readBody(context);
			const changed = {
				...number,
				capabilities: { ...capabilitiesOf(number), ...readCapabilities(capabilities) },
			};
			ctx.numbers.save(changed);
			return context.json(toNumberView(changed));
		});
}

function toNumberView(number: PhoneNumber) {
	return { number: number.phoneNumber, capabilities: capabilitiesOf(number) };
}

function readCapabilities(written: unknown): Partial<Capabilities> {
	const words = ["voice", "sms", "mms"];
	const isRight =
		typeof written === "object" &&
		written !== null &&
		Object.entries(written).every(([name, can]) => words.includes(name) && typeof can === "boolean");
	if (isRight) return written;
	throw new Problem(400, '"capabilities" must be {voice, sms, mms}, each true or false');
}
