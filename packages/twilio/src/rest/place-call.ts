import * as z from "zod";
import { readCallStatus } from "../call-statuses.ts";
import { askAccount } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface OutgoingCall {
	from: string;
	to: string;
	url: string;
	fallbackUrl: string;
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

/** Returns the carrier's id. Not idempotent: after `unknown_outcome` look with `findPlacedCalls`, never repeat. */
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

/** Looks at the latest twenty placed calls since an instant, newest first. */
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

/** Ends a ringing or answered call. An ended one is refused unchanged. */
export function endCall(carrier: Carrier, callSid: string): Promise<CarrierResult<null>> {
	return toCarrierResult(async () => {
		const form = { Status: "completed" };
		await askAccount(carrier, { method: "post", path: `/Calls/${callSid}.json`, form }, z.unknown());
		return null;
	});
}
