import { callStatuses } from "@cloudpbx/contracts/calls/calls";
import { readCallerNumber } from "@cloudpbx/domain/phone-number";
import * as z from "zod";
import { readCallStatus } from "../call-statuses.ts";
import { askAccount } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

const CallResource = z
	.object({
		status: z.string().transform(readCallStatus).pipe(z.enum(callStatuses)),
		duration: z.coerce.number().nullish(),
		end_time: z.string().nullish(),
		start_time: z.string().nullish(),
		direction: z.string().default(""),
		from: z.string().default(""),
		to: z.string().default(""),
	})
	.transform(({ status, duration, start_time, end_time, direction, from, to }) => ({
		/** Others were placed by us or are legs. */
		isInbound: direction === "inbound",
		from: readCallerNumber(from),
		to,
		startedAt: start_time ? new Date(start_time) : null,
		status,
		durationSeconds: Math.max(0, Math.trunc(duration ?? 0)),
		endedAt: end_time ? new Date(end_time) : null,
	}));
export type FetchedCall = z.infer<typeof CallResource>;

/** Fails with `not_found` for an unknown call. */
export function fetchCall(carrier: Carrier, callSid: string): Promise<CarrierResult<FetchedCall>> {
	return toCarrierResult(() =>
		askAccount(carrier, { method: "get", path: `/Calls/${callSid}.json` }, CallResource),
	);
}
