import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { AdoptNumber, BuyNumber, PhoneNumber } from "@cloudpbx/contracts/numbers";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc";
import { askService } from "./ask-service.ts";
import { findNumber } from "./load-numbers.ts";
import { type Act, recordDone } from "./record-change.ts";

/** Provisioning owns numbers: it decides and writes, and what it did is recorded here. */
export function buyNumber(act: Act, provisioning: ProvisioningRpc, input: BuyNumber) {
	return recordNumber(act, "number.buy", provisioning.buyNumber(input));
}

export function adoptNumber(act: Act, provisioning: ProvisioningRpc, input: AdoptNumber) {
	return recordNumber(act, "number.adopt", provisioning.adoptNumber(input));
}

export function repairNumber(act: Act, provisioning: ProvisioningRpc, id: string) {
	return recordNumber(act, "number.repair", provisioning.repairNumber(id));
}

export async function assignNumber(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
	extensionId: string | null,
): Promise<Result<PhoneNumber>> {
	const current = await findNumber(act.db, id);
	if (!current.ok) return current;
	const { extension } = current.value;
	return recordNumber(act, "number.assign", provisioning.assignNumber(id, extensionId), { extension });
}

export async function releaseNumber(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
): Promise<Result<null>> {
	const current = await findNumber(act.db, id);
	if (!current.ok) return current;
	const released = await askService("provisioning", provisioning.releaseNumber(id));
	if (!released.ok) return released;
	const { number, kind, extension } = current.value;
	await recordDone(act, {
		action: "number.release",
		target: { kind: "number", id },
		before: { number, kind, extension },
	});
	return accept(null);
}

async function recordNumber(
	act: Act,
	action: string,
	answer: PromiseLike<Result<PhoneNumber>>,
	before: Record<string, unknown> | null = null,
): Promise<Result<PhoneNumber>> {
	const changed = await askService("provisioning", answer);
	if (changed.ok) {
		const { id, number, kind, extension } = changed.value;
		const after = { number, kind, extension };
		await recordDone(act, { action, target: { kind: "number", id }, before, after });
	}
	return changed;
}
