import type { Result } from "@cloudpbx/contracts/errors";
import type {
	AdoptNumber,
	BuyNumber,
	LabelNumber,
	PhoneNumber,
} from "@cloudpbx/contracts/extensions/numbers";
import { askService } from "../../ask-service.ts";
import type { ActorContext } from "../../context.ts";
import { recordDone, recordIfUnknown, recordOutcome } from "../audit/record-change.ts";
import { findNumber } from "./list-numbers.ts";

/** Unknown outcomes are recorded too: provisioning's sweep completes purchases and releases. */
export function buyNumber(ctx: ActorContext, input: BuyNumber) {
	return recordNumber(ctx, "number.buy", ctx.provisioning.buyNumber(input), { id: null, wish: input });
}

export function adoptNumber(ctx: ActorContext, input: AdoptNumber) {
	return recordNumber(ctx, "number.adopt", ctx.provisioning.adoptNumber(input), { id: null, wish: input });
}

export function repairNumber(ctx: ActorContext, id: string) {
	return recordNumber(ctx, "number.repair", ctx.provisioning.repairNumber(id), { id });
}

export async function assignNumber(
	ctx: ActorContext,
	id: string,
	{ extensionId, version }: { extensionId: string | null; version: number | undefined },
): Promise<Result<PhoneNumber>> {
	const current = await findNumber(ctx, id);
	if (!current.ok) return current;
	const { extension } = current.value;
	const asked = { id, before: { extension }, wish: { extensionId } };
	const assigned = ctx.provisioning.assignNumber(id, extensionId, version);
	return recordNumber(ctx, "number.assign", assigned, asked);
}

export async function labelNumber(
	ctx: ActorContext,
	id: string,
	input: LabelNumber,
): Promise<Result<PhoneNumber>> {
	const current = await findNumber(ctx, id);
	if (!current.ok) return current;
	const labelled = await askService("provisioning", ctx.provisioning.labelNumber(id, input));
	if (!labelled.ok) return labelled;
	const [before, after] = [{ label: current.value.label }, { label: labelled.value.label }];
	if (before.label !== after.label) {
		await recordDone(ctx, { action: "number.label", target: { kind: "number", id }, before, after });
	}
	return labelled;
}

export async function releaseNumber(ctx: ActorContext, id: string): Promise<Result<null>> {
	const current = await findNumber(ctx, id);
	if (!current.ok) return current;
	const { number, kind, extension } = current.value;
	const target = { kind: "number", id };
	const change = { action: "number.release", target, before: { number, kind, extension } };
	const released = await askService("provisioning", ctx.provisioning.releaseNumber(id));
	await recordOutcome(ctx, released, change);
	return released;
}

interface Asked {
	/** Null while the number is not known. */
	id: string | null;
	before?: Record<string, unknown>;
	/** Recorded when the outcome is unknown. */
	wish?: Record<string, unknown>;
}

async function recordNumber<Shown extends PhoneNumber>(
	ctx: ActorContext,
	action: string,
	answer: PromiseLike<Result<Shown>>,
	{ id: askedId, before, wish = {} }: Asked,
): Promise<Result<Shown>> {
	const changed = await askService("provisioning", answer);
	if (changed.ok) {
		const { id, number, kind, extension } = changed.value;
		const after = { number, kind, extension };
		await recordDone(ctx, { action, target: { kind: "number", id }, before: before ?? null, after });
	} else {
		const target = { kind: "number", id: askedId };
		await recordIfUnknown(ctx, changed, { action, target, before: before ?? null, after: wish });
	}
	return changed;
}
