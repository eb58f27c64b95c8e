import type { Refusal } from "@cloudpbx/contracts/errors";
import type { ActorContext } from "../../context.ts";
import { brakes, recordRefused } from "../audit/record-refused.ts";

/** By what its entries are found. */
export const refusedCallAction = { kind: "call", action: "call.refuse" } as const;

/**
 * A call out that was refused. Somebody who tries one number after another leaves one entry for each reason in a quarter of an hour.
 * A number that cannot be read was refused nothing.
 */
export async function recordRefusedCall(ctx: ActorContext, { code, message }: Refusal): Promise<void> {
	const brake = brakes[code];
	if (code !== "precondition_failed" && brake === undefined) return;
	const after = { ...(brake !== undefined && { brake }), reason: nameNoNumber(message) };
	await recordRefused(ctx, refusedCallAction, after, "reason");
}

/** Three digits stay, since they are nobody's: 911. */
function nameNoNumber(reason: string): string {
	return reason.replace(/\+\d{7,15}/g, "The number").replace(/\b\d{4,6}\b(?=: it reaches)/, "a short number");
}
