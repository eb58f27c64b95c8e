import type { Result } from "@cloudpbx/contracts/errors";
import type { CreateExtension, Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import { askService } from "../../ask-service.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { type Act, recordAllDone, recordDone, recordIfUnknown } from "../audit/record-change.ts";
import { clearClosedBox } from "./clear-closed-box.ts";
import { clearOperator } from "./clear-operator.ts";
import { findExtension, listGroupsOf } from "./list-extensions.ts";

/** Provisioning owns extensions: it decides and writes, and what it did is recorded here. */
export async function createExtension(
	act: Act,
	provisioning: ProvisioningRpc,
	input: CreateExtension,
): Promise<Result<Extension>> {
	const action = "extension.create";
	const created = await askService("provisioning", provisioning.createExtension(input));
	if (created.ok) {
		const { id } = created.value;
		const after = { ...owned(created.value), areaCode: created.value.areaCode };
		await recordDone(act, { action, target: { kind: "extension", id }, after });
	} else {
		await recordIfUnknown(act, created, { action, target: { kind: "extension", id: null }, after: input });
	}
	return created;
}

export async function updateExtension(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
	patch: UpdateExtension,
): Promise<Result<Extension>> {
	const current = await findExtension(act.db, id);
	if (!current.ok) return current;
	const updated = await askService("provisioning", provisioning.updateExtension(id, patch));
	const change = updated.ok ? changedFields(owned(current.value), owned(updated.value)) : null;
	if (change !== null) {
		await recordDone(act, { action: "extension.update", target: { kind: "extension", id }, ...change });
	}
	return updated;
}

export async function retryExtension(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
): Promise<Result<Extension>> {
	const retried = await askService("provisioning", provisioning.retryExtension(id));
	const change = { action: "extension.retry", target: { kind: "extension", id } };
	if (retried.ok) await recordDone(act, change);
	else await recordIfUnknown(act, retried, change);
	return retried;
}

export async function deactivateExtension(
	act: Act,
	provisioning: ProvisioningRpc,
	id: string,
	options: { release: boolean },
): Promise<Result<Extension>> {
	const current = await findExtension(act.db, id);
	if (!current.ok) return current;
	const groups = await listGroupsOf(act.db, id);
	const deactivated = await askService("provisioning", provisioning.deactivateExtension(id, options));
	const change = {
		action: "extension.deactivate",
		target: { kind: "extension", id },
		before: { ...owned(current.value), number: current.value.number },
	};
	if (deactivated.ok) {
		const { numberReleaseAt } = deactivated.value;
		await recordAllDone(act, [
			{ ...change, after: { release: options.release, numberReleaseAt } },
			...groups.map((group) => leaveGroup(group, current.value.ext)),
		]);
		await clearOperator(act, current.value);
		await clearClosedBox(act, current.value);
	} else {
		await recordIfUnknown(act, deactivated, { ...change, after: { release: options.release } });
	}
	return deactivated;
}

function leaveGroup({ id, members }: Extension, ext: string) {
	return {
		action: "extension.update",
		target: { kind: "extension", id },
		before: { members },
		after: { members: members.filter((keys) => keys !== ext) },
	};
}

/** What an owner chooses about an extension. */
function owned(extension: Extension) {
	const { kind, ext, name, department, purpose, answerWith, ringSeconds, greeting, hours } = extension;
	const { email, forwardTo, alsoRing, members, ringing } = extension;
	const chosen = { kind, ext, name, department, purpose, answerWith, ringSeconds, greeting, hours };
	return kind === "group" ? { ...chosen, members, ringing } : { ...chosen, email, forwardTo, alsoRing };
}
