import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { hoursKey } from "@cloudpbx/contracts/office/hours";
import { describeError, log } from "@cloudpbx/kit/log";
import type { ActorContext } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { describeHours } from "../../domain/office/describe-hours.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { readStoredClosed, readStoredHours, selectHours } from "../office/stored-hours.ts";
import { toStoredHours } from "../office/update-hours.ts";
import { attemptsMax, storeVersioned } from "../office/versioned-setting.ts";

export async function clearClosedBox(
	ctx: ActorContext,
	extension: Pick<Extension, "id" | "ext">,
): Promise<void> {
	const { db, now } = ctx;
	try {
		for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
			const rows = await selectHours(db);
			const closed = readStoredClosed(rows);
			if (closed.then !== "voicemail" || closed.extension !== extension.id) return;
			const current = readStoredHours(rows);
			const before = { ...current, closed: { ...closed, extension: extension.ext } };
			const { extension: _, ...kept } = closed;
			const after = { ...current, closed: { ...kept, then: "menu" as const }, version: current.version + 1 };
			const change = changedFields(describeHours(before), describeHours(after)) ?? {
				before: null,
				after: null,
			};
			const [[written]] = await db.batch([
				storeVersioned(
					db,
					{ key: hoursKey, value: toStoredHours(after, after.closed) },
					current.version,
					now,
				),
				recordIfChanged(ctx, { action: "hours.update", target: { kind: "hours", id: null }, ...change }),
			]);
			if (written) return;
		}
	} catch (error) {
		log.error("closed_box_not_cleared", { extensionId: extension.id, reason: describeError(error) });
	}
}
