import type { Exchange } from "../context.ts";
import type { PhoneNumber } from "../numbers.ts";
import { newSid } from "../sid.ts";
import type { TollFreeVerification } from "./documents.ts";

export function findVerification(exchange: Exchange, { sid }: PhoneNumber): TollFreeVerification | null {
	return exchange.verifications.list([["doc ->> 'numberSid' = ?", sid]])[0] ?? null;
}

/** Null takes the verification away. */
export function setVerification(
	exchange: Exchange,
	number: PhoneNumber,
	status: TollFreeVerification["status"] | null,
	rejectionReason: string | null = null,
): void {
	const known = findVerification(exchange, number);
	if (status === null) {
		if (known) exchange.verifications.delete(known.sid);
		return;
	}
	const now = Date.now();
	exchange.verifications.save({
		...(known ?? { sid: newSid("HH"), numberSid: number.sid, createdAt: now }),
		status,
		rejectionReason,
		updatedAt: now,
	});
}
