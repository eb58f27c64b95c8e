import type { Result } from "@cloudpbx/contracts/errors";
import type {
	AdoptNumber,
	BuyNumber,
	LabelNumber,
	PhoneNumber,
} from "@cloudpbx/contracts/extensions/numbers";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import { askService } from "../../ask-service.ts";
import { type Act, recordDone, recordIfUnknown } from "../audit/record-change.ts";
import { findNumber } from "./list-numbers.ts";

/**
 * Provisioning owns numbers: it decides and writes, and what it did is recorded here. Also what it could not tell: its
 * sweep carries on with a purchase or release that the carrier has not confirmed.
 */
export function buyNumber(act: Act, provisioning: ProvisioningRpc, input: BuyNumber) {
	return recordNumber(act, "number.buy", provisioning.buyNumber(input), { id: null, wish: input });
}

export function adoptNumber(act: Act, provisioning: ProvisioningRpc, input: AdoptNumber) {
	return recordNumber(act, "number.adopt", provisioning.adoptNumber(input), { id: null, wish: input });
}

export function repairNumber(act: Act, provisioning: ProvisioningRpc, id: string) {
	return recordNumber(act, "number.repair", provisioning.repairNumber(id), { id });
}

export async function assignNumber(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
	{ extensionId, version }: { extensionId: string | null; version: number | undefined },
): Promise<Result<PhoneNumber>> {
	const current = await findNumber(act.db, id);
	if (!current.ok) return current;
	const { extension } = current.value;
	const asked = { id, before: { extension }, wish: { extensionId } };
	const assigned = provisioning.assignNumber(id, extensionId, version);
	return recordNumber(act, "number.assign", assigned, asked);
}

export async function labelNumber(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
	input: LabelNumber,
): Promise<Result<PhoneNumber>> {
	const current = await findNumber(act.db, id);
	if (!current.ok) return current;
	const labelled = await askService("provisioning", provisioning.labelNumber(id, input));
	if (!labelled.ok) return labelled;
	const [before, after] = [{ label: current.value.label }, { label: labelled.value.label }];
	if (before.label !== after.label) {
		await recordDone(act, { action: "number.label", target: { kind: "number", id }, before, after });
	}
	return labelled;
}

export async function releaseNumber(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
): Promise<Result<null>> {
	const current = await findNumber(act.db, id);
	if (!current.ok) return current;
	const { number, kind, extension } = current.value;
	const target = { kind: "number", id };
	const change = { action: "number.release", target, before: { number, kind, extension } };
	const released = await askService("provisioning", provisioning.releaseNumber(id));
	if (released.ok) await recordDone(act, change);
	else await recordIfUnknown(act, released, change);
	return released;
}

interface Asked {
	/** Null while the number is not known. */
	id: string | null;
	before?: Record<string, unknown>;
	/** What was asked for, where the answer does not say what it became. */
	wish?: Record<string, unknown>;
}

async function recordNumber<Shown extends PhoneNumber>(
	act: Act,
	action: string,
	answer: PromiseLike<Result<Shown>>,
	{ id: askedId, before, wish = {} }: Asked,
): Promise<Result<Shown>> {
	const changed = await askService("provisioning", answer);
	if (changed.ok) {
		const { id, number, kind, extension } = changed.value;
		const after = { number, kind, extension };
		await recordDone(act, { action, target: { kind: "number", id }, before: before ?? null, after });
	} else {
		const target = { kind: "number", id: askedId };
		await recordIfUnknown(act, changed, { action, target, before: before ?? null, after: wish });
	}
	return changed;
}
