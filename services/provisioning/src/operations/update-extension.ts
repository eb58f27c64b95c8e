import { accept, fieldsInConflict, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { Extension, UpdateExtension } from "@cloudpbx/contracts/extensions";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, ne, sql } from "drizzle-orm";
import { numberEvents } from "../domain/live-events.ts";
import type { Provisioning } from "../open-provisioning.ts";
import { checkForwardNumber } from "./check-forward-number.ts";
import { findExtension, getExtension } from "./load-extension.ts";
import { nextVersion } from "./next-version.ts";

/**
 * Changes what the patch names. A deactivated extension is history and stays as it was. A patch on an old version is refused,
 * unless everything in it is stored already: then it is a repetition.
 */
export async function updateExtension(
	provisioning: Provisioning,
	extensionId: string,
	patch: UpdateExtension,
): Promise<Result<Extension>> {
	const { db, now, announce } = provisioning;
	const { forwardTo, version, ...fields } = patch;
	const forward = await checkForwardNumber(provisioning, forwardTo);
	if (!forward.ok) return forward;

	const changes = { ...fields, ...(forwardTo !== undefined && { forwardTo: forward.value }) };
	// The unique key decides; asking it in the statement itself keeps a conflict from being an exception.
	const isFree = fields.ext
		? sql`NOT EXISTS (SELECT 1 FROM ${extensions} AS other WHERE other.ext = ${fields.ext}
			AND other.status <> 'inactive' AND other.id <> ${extensionId})`
		: undefined;
	const [updated] = await db
		.update(extensions)
		.set({ ...changes, updatedAt: now(), version: nextVersion(extensions, changes) })
		.where(
			and(
				eq(extensions.id, extensionId),
				ne(extensions.status, "inactive"),
				version === undefined ? undefined : eq(extensions.version, version),
				isFree,
			),
		)
		.returning({ id: extensions.id });
	if (updated) {
		const extension = await getExtension(db, extensionId);
		const { status, numberId } = extension;
		announce([{ kind: "extension", extensionId, status }, ...numberEvents(numberId)]);
		return accept(extension);
	}

	const extension = await findExtension(db, extensionId);
	if (!extension) return refuse("not_found", "There is no such extension.");
	if (extension.status === "inactive") {
		return refuse("conflict", `Extension ${extension.ext} was deactivated; create a new one.`);
	}
	if (version !== undefined && version !== extension.version) {
		const isStored = fieldsInConflict(extension, changes).length === 0;
		return isStored ? accept(extension) : refuseOldVersion(extension, { ...changes, version });
	}
	return refuse("conflict", `Extension ${fields.ext} exists already.`);
}
