import type { Refusal } from "@cloudpbx/contracts/errors";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import type { ActorContext } from "../../context.ts";
import { brakes, recordRefused } from "../audit/record-refused.ts";

export const refusedTextAction = { kind: "message", action: "message.refuse" } as const;

/** Records a brake on spending once per kind in 15 minutes: the session or key may be stolen. */
export async function recordBraked(ctx: ActorContext, { code, message }: Refusal): Promise<void> {
	const brake = brakes[code];
	if (brake === undefined) return;
	await recordRefused(ctx, refusedTextAction, { brake, reason: maskNumber(message) }, "brake");
}
