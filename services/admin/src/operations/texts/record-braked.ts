import type { Refusal } from "@cloudpbx/contracts/errors";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import type { ActorContext } from "../../context.ts";
import { brakes, recordRefused } from "../audit/record-refused.ts";

/** By what its entries are found. */
export const refusedTextAction = { kind: "message", action: "message.refuse" } as const;

/**
 * Somebody met a brake on spending: a ceiling of texts, or a country that is not allowed. They may have stolen the session or the
 * key. At most one entry for them and each kind of brake in a quarter of an hour.
 */
export async function recordBraked(ctx: ActorContext, { code, message }: Refusal): Promise<void> {
	const brake = brakes[code];
	if (brake === undefined) return;
	await recordRefused(ctx, refusedTextAction, { brake, reason: maskNumber(message) }, "brake");
}
