import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import * as z from "zod";
import { basicAuthorization } from "../basic-authorization.ts";
import type { CarrierAccount } from "../carrier-account.ts";

export type AccountSight =
	| { kind: "unreachable" }
	| { kind: "refused" }
	| {
			kind: "known";
			isTrial: boolean;
			isActive: boolean;
			/** The carrier's clock minus ours, in seconds; null: unknown. */
			clockAheadSeconds: number | null;
	  };

const Account = z.object({ type: z.string().default("Full"), status: z.string().default("active") });

const timeoutMilliseconds = 10_000;

/** Checks by one request whether the carrier answers and knows us. */
export async function lookAtAccount(
	account: CarrierAccount,
	now: () => Date = () => new Date(),
): Promise<AccountSight> {
	const base = trimEndSlashes(account.apiUrl);
	try {
		const response = await fetch(`${base}/2010-04-01/Accounts/${account.accountSid}.json`, {
			headers: { accept: "application/json", authorization: basicAuthorization(account) },
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMilliseconds),
		});
		const text = await response.text();
		if (response.status >= 400 && response.status < 500 && response.status !== 429)
			return { kind: "refused" };
		if (!response.ok) return { kind: "unreachable" };
		const { type, status } = Account.parse(JSON.parse(text));
		return {
			kind: "known",
			isTrial: type === "Trial",
			isActive: status === "active",
			clockAheadSeconds: clockAhead(response.headers.get("date"), now()),
		};
	} catch {
		return { kind: "unreachable" };
	}
}

function clockAhead(date: string | null, now: Date): number | null {
	const theirs = Date.parse(date ?? "");
	return Number.isNaN(theirs) ? null : Math.round((theirs - now.getTime()) / 1000);
}
