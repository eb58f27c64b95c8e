import type { Result } from "@cloudpbx/contracts/errors";
import type { CreateExtension, Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import { askService } from "../../ask-service.ts";
import type { ActorContext } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { recordAllDone, recordDone, recordIfUnknown, recordOutcome } from "../audit/record-change.ts";
import { clearClosedBox } from "./clear-closed-box.ts";
import { clearOperator } from "./clear-operator.ts";
import { findExtension, listGroupsOf } from "./list-extensions.ts";

/** Provisioning decides and writes; its changes are recorded here. */
export async function createExtension(ctx: ActorContext, input: CreateExtension): Promise<Result<Extension>> {
	const action = "extension.create";
	const created = await askService("provisioning", ctx.provisioning.createExtension(input));
	if (created.ok) {
		const { id } = created.value;
		const after = { ...owned(created.value), areaCode: created.value.areaCode };
		await recordDone(ctx, { action, target: { kind: "extension", id }, after });
	} else {
		await recordIfUnknown(ctx, created, { action, target: { kind: "extension", id: null }, after: input });
	}
	return created;
}

export async function updateExtension(
	ctx: ActorContext,
	id: string,
	patch: UpdateExtension,
): Promise<Result<Extension>> {
	const current = await findExtension(ctx, id);
	if (!current.ok) return current;
	const updated = await askService("provisioning", ctx.provisioning.updateExtension(id, patch));
	const change = updated.ok ? changedFields(owned(current.value), owned(updated.value)) : null;
	if (change !== null) {
		await recordDone(ctx, { action: "extension.update", target: { kind: "extension", id }, ...change });
	}
	return updated;
}

export async function retryExtension(ctx: ActorContext, id: string): Promise<Result<Extension>> {
	const retried = await askService("provisioning", ctx.provisioning.retryExtension(id));
	const change = { action: "extension.retry", target: { kind: "extension", id } };
	await recordOutcome(ctx, retried, change);
	return retried;
}

export async function deactivateExtension(
	ctx: ActorContext,
	id: string,
	options: { release: boolean },
): Promise<Result<Extension>> {
	const current = await findExtension(ctx, id);
	if (!current.ok) return current;
	const groups = await listGroupsOf(ctx, id);
	const deactivated = await askService("provisioning", ctx.provisioning.deactivateExtension(id, options));
	const change = {
		action: "extension.deactivate",
		target: { kind: "extension", id },
		before: { ...owned(current.value), number: current.value.number },
	};
	if (deactivated.ok) {
		const { numberReleaseAt } = deactivated.value;
		await recordAllDone(ctx, [
			{ ...change, after: { release: options.release, numberReleaseAt } },
			...groups.map((group) => leaveGroup(group, current.value.ext)),
		]);
		await clearOperator(ctx, current.value);
		await clearClosedBox(ctx, current.value);
	} else {
		await recordIfUnknown(ctx, deactivated, { ...change, after: { release: options.release } });
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

function owned(extension: Extension) {
	const { kind, ext, name, department, purpose, answerWith, ringSeconds, greeting, hours } = extension;
	const { email, forwardTo, alsoRing, members, ringing } = extension;
	const chosen = { kind, ext, name, department, purpose, answerWith, ringSeconds, greeting, hours };
	return kind === "group" ? { ...chosen, members, ringing } : { ...chosen, email, forwardTo, alsoRing };
}
