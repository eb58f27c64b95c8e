import type { PhoneNumber } from "../numbers.ts";
import { newSid } from "../sid.ts";
import type { TollFreeVerification } from "./documents.ts";
import type { RegistryContext } from "./registry-context.ts";

export function findVerification(ctx: RegistryContext, { sid }: PhoneNumber): TollFreeVerification | null {
	return ctx.verifications.list([["doc ->> 'numberSid' = ?", sid]])[0] ?? null;
}

/** Null removes the verification. */
export function setVerification(
	ctx: RegistryContext,
	number: PhoneNumber,
	status: TollFreeVerification["status"] | null,
	rejectionReason: string | null = null,
): void {
	const known = findVerification(ctx, number);
	if (status === null) {
		if (known) ctx.verifications.delete(known.sid);
		return;
	}
	const now = Date.now();
	ctx.verifications.save({
		...(known ?? { sid: newSid("HH"), numberSid: number.sid, createdAt: now }),
		status,
		rejectionReason,
		updatedAt: now,
	});
}
