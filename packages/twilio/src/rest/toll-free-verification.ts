import * as z from "zod";
import type { CarrierAccount } from "../fetch-recording.ts";
import { type CarrierResult, unknownOutcome } from "./carrier-result.ts";
import { requestProduct } from "./request-product.ts";

const VerificationPage = z.object({ verifications: z.array(z.object({ status: z.string() })) });

/** `PENDING_REVIEW`, `IN_REVIEW`, `TWILIO_APPROVED` or `TWILIO_REJECTED`; null when it was never asked for. */
export async function findVerificationStatus(
	account: CarrierAccount,
	phoneNumberSid: string,
): Promise<CarrierResult<string | null>> {
	const result = await requestProduct(account, "messaging", {
		path: "/v1/Tollfree/Verifications",
		method: "get",
		query: { TollfreePhoneNumberSid: phoneNumberSid },
	});
	if (!result.ok) return result;
	const page = VerificationPage.safeParse(result.value);
	if (!page.success) return { ok: false, problem: unknownOutcome };
	return { ok: true, value: page.data.verifications[0]?.status ?? null };
}
