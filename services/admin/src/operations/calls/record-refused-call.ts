import type { Refusal } from "@cloudpbx/contracts/errors";
import type { ActorContext } from "../../context.ts";
import { brakes, recordRefused } from "../audit/record-refused.ts";

export const refusedCallAction = { kind: "call", action: "call.refuse" } as const;

/** Records a refused call out, once for each reason in 15 minutes. An unreadable number is not recorded. */
export async function recordRefusedCall(ctx: ActorContext, { code, message }: Refusal): Promise<void> {
	const brake = brakes[code];
	if (code !== "precondition_failed" && brake === undefined) return;
	const after = { ...(brake !== undefined && { brake }), reason: nameNoNumber(message) };
	await recordRefused(ctx, refusedCallAction, after, "reason");
}

/** Three-digit numbers such as 911 stay readable. */
function nameNoNumber(reason: string): string {
	return reason.replace(/\+\d{7,15}/g, "The number").replace(/\b\d{4,6}\b(?=: it reaches)/, "a short number");
}
