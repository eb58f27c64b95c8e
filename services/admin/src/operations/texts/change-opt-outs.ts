import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { AddOptOut, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import { type Principal, toActor } from "../../domain/people/principal.ts";
import { type Act, recordDone } from "../audit/record-change.ts";

export async function addOptOut(
	act: Act,
	person: Principal,
	messaging: MessagingRpc,
	input: AddOptOut,
): Promise<Result<OptOut>> {
	const added = await askService("messaging", messaging.addOptOut(input, toActor(person)));
	if (added.ok) await recordDone(act, { action: "opt_out.add", target, after: mask(input) });
	return added;
}

/** Messaging looks at the role and the reason too, and keeps both in the ledger of consent. */
export async function removeOptOut(
	act: Act,
	person: Principal,
	messaging: MessagingRpc,
	input: AddOptOut,
): Promise<Result<null>> {
	const removed = await askService("messaging", messaging.removeOptOut({ ...input, actor: toActor(person) }));
	if (!removed.ok) return removed;
	await recordDone(act, { action: "opt_out.remove", target, after: mask(input) });
	return accept(null);
}

/** The ledger names the whole number; the audit log does not. */
const target = { kind: "opt_out", id: null };

function mask({ number, reason }: AddOptOut) {
	// A plus lets `maskNumber` see a number that was typed without one.
	const digits = `+${number.replace(/\D/g, "")}`;
	return { number: maskNumber(digits), reason: maskNumber(reason) };
}
