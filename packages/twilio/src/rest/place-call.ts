import * as z from "zod";
import { readCallStatus } from "../call-statuses.ts";
import { askAccount } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface OutgoingCall {
	/** E.164, a number of the account. */
	from: string;
	to: string;
	/** Asked for what whoever answers hears, and when that fails. */
	url: string;
	fallbackUrl: string;
	/** Where the carrier reports its end. */
	statusUrl: string;
	ringSeconds: number;
}

const PlacedCall = z
	.object({
		sid: z.string().regex(/^CA[0-9a-f]{32}$/i),
		status: z.string(),
		direction: z.string().default(""),
		date_created: z.string().transform((text) => new Date(text)),
	})
	.transform((call) => ({
		carrierId: call.sid,
		status: readCallStatus(call.status),
		isPlaced: call.direction === "outbound-api",
		createdAt: call.date_created,
	}));
export type PlacedCall = z.infer<typeof PlacedCall>;

const PlacedCalls = z.object({ calls: z.array(PlacedCall.nullable().catch(null)) });

/**
 * Calls somebody; answers the carrier's id. The carrier has no idempotency key: after `unknown_outcome` it may ring, so it is looked
 * for (`findPlacedCalls`) and never asked again.
 */
export function placeCall(carrier: Carrier, call: OutgoingCall): Promise<CarrierResult<string>> {
	return toCarrierResult(async () => {
		const form = {
			To: call.to,
			From: call.from,
			Url: call.url,
			FallbackUrl: call.fallbackUrl,
			StatusCallback: call.statusUrl,
			Timeout: call.ringSeconds,
		};
		const placed = await askAccount(carrier, { method: "post", path: "/Calls.json", form }, PlacedCall);
		return placed.carrierId;
	});
}

/** Calls that we placed between two numbers at `since` or later, of the latest twenty; newest first. */
export function findPlacedCalls(
	carrier: Carrier,
	{ from, to, since }: { from: string; to: string; since: Date },
): Promise<CarrierResult<PlacedCall[]>> {
	return toCarrierResult(async () => {
		const query = { To: to, From: from, PageSize: 20 };
		const page = await askAccount(carrier, { method: "get", path: "/Calls.json", query }, PlacedCalls);
		return page.calls.flatMap((call) => (call?.isPlaced && call.createdAt >= since ? call : []));
	});
}

/** Ends a call, whether it rings or somebody speaks. One that has ended is refused, which changes nothing. */
export function endCall(carrier: Carrier, callSid: string): Promise<CarrierResult<null>> {
	return toCarrierResult(async () => {
		const form = { Status: "completed" };
		await askAccount(carrier, { method: "post", path: `/Calls/${callSid}.json`, form }, z.unknown());
		return null;
	});
}
