import { Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { isDialable } from "../numbers.ts";
import { onCall, onMessage, type PhoneBehaviour, readBehaviour, writeBehaviour } from "../phones.ts";
import { type Body, number, oneOf, optionalNumber, optionalText, readBody } from "./body.ts";
import { Problem } from "./problem.ts";
import { readAddress } from "./read-address.ts";

const answerAfterSecondsMax = 600;

const errorCodeMax = 99_999;

export function phoneRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.get("/:address", (context) => {
			const address = readAddress(context.req.param("address"));
			return context.json({ address, ...readBehaviour(ctx, address) });
		})
		.put("/:address", async (context) => {
			const address = readAddress(context.req.param("address"));
			if (!isDialable(address))
				throw new Problem(
					400,
					`"${address}" cannot be dialled: give a number in E.164, client:name or sip:…`,
				);
			writeBehaviour(ctx, address, changed(readBehaviour(ctx, address), await readBody(context)));
			return context.json({ address, ...readBehaviour(ctx, address) });
		});
}

function changed(before: PhoneBehaviour, body: Body): PhoneBehaviour {
	const after = { ...before };
	if (body.onCall !== undefined) after.onCall = oneOf(body, "onCall", onCall);
	if (body.onMessage !== undefined) after.onMessage = oneOf(body, "onMessage", onMessage);
	if (body.answerAfterSeconds !== undefined) {
		after.answerAfterSeconds = number(body, "answerAfterSeconds", 0, answerAfterSecondsMax);
	}
	if (body.forwardTo !== undefined) after.forwardTo = optionalText(body, "forwardTo");
	if (body.errorCode !== undefined) after.errorCode = optionalNumber(body, "errorCode", 0, errorCodeMax);
	return after;
}
