import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { AddOptOut, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { toActor } from "../../domain/people/principal.ts";
import { recordDone } from "../audit/record-change.ts";

export async function addOptOut(ctx: CallerContext, input: AddOptOut): Promise<Result<OptOut>> {
	const added = await askService("messaging", ctx.messaging.addOptOut(input, toActor(ctx.principal)));
	if (added.ok) await recordDone(ctx, { action: "opt_out.add", target, after: mask(input) });
	return added;
}

/** Messaging checks role and reason too, and stores both in the consent ledger. */
export async function removeOptOut(ctx: CallerContext, input: AddOptOut): Promise<Result<null>> {
	const removed = await askService(
		"messaging",
		ctx.messaging.removeOptOut({ ...input, actor: toActor(ctx.principal) }),
	);
	if (!removed.ok) return removed;
	await recordDone(ctx, { action: "opt_out.remove", target, after: mask(input) });
	return accept(null);
}

/** The ledger holds the whole number, the audit log does not. */
const target = { kind: "opt_out", id: null };

function mask({ number, reason }: AddOptOut) {
	// `maskNumber` needs the leading plus.
	const digits = `+${number.replace(/\D/g, "")}`;
	return { number: maskNumber(digits), reason: maskNumber(reason) };
}
