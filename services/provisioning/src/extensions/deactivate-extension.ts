import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { log } from "@cloudpbx/kit/log";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { extensionEvent, numberEvents } from "../domain/live-events.ts";
import { finishRelease } from "../releasing/finish-release.ts";
import { readGraceDays } from "../releasing/read-grace-days.ts";
import { findExtension } from "./find-extension.ts";

/**
 * Ends the extension at once; its number goes back now or after the grace time. A purchase under way is given back
 * by its Workflow or the sweep. Safe to repeat, also with `release` later.
 */
export async function deactivateExtension(
	ctx: Context,
	extensionId: string,
	{ release }: { release: boolean },
): Promise<Result<Extension>> {
	const { db, now, announce } = ctx;
	const at = now();
	const releaseAt = release ? at : new Date(at.getTime() + (await readGraceDays(ctx)) * dayMilliseconds);
	const withoutIt = sql`(SELECT json_group_array(value) FROM (SELECT value FROM json_each(${extensions.members})
		WHERE value <> ${extensionId} ORDER BY key))`;
	const [ended, groups, numbers] = await db.batch([
		db
			.update(extensions)
			.set({ status: "inactive", reason: null, deactivatedAt: at, updatedAt: at })
			.where(and(eq(extensions.id, extensionId), ne(extensions.status, "inactive")))
			.returning({ id: extensions.id, status: extensions.status }),
		db
			.update(extensions)
			.set({ members: withoutIt, version: sql`${extensions.version} + 1`, updatedAt: at })
			.where(
				and(
					eq(extensions.kind, "group"),
					ne(extensions.status, "inactive"),
					sql`EXISTS (SELECT 1 FROM json_each(${extensions.members}) WHERE value = ${extensionId})`,
				),
			)
			.returning({ id: extensions.id, status: extensions.status }),
		db
			.update(phoneNumbers)
			.set({
				releaseAt: release ? releaseAt : sql`coalesce(${phoneNumbers.releaseAt}, ${releaseAt.getTime()})`,
				...(release && { releasingAt: sql`coalesce(${phoneNumbers.releasingAt}, ${at.getTime()})` }),
			})
			.where(eq(phoneNumbers.extensionId, extensionId))
			.returning(),
	]);
	announce([...[...ended, ...groups].map(extensionEvent), ...numberEvents(...numbers.map(({ id }) => id))]);
	if (release) {
		for (const number of numbers) {
			const released = await finishRelease(ctx, number);
			if (!released.ok) log.warn("number_not_released_yet", { extensionId, reason: released.error.message });
		}
	}
	const extension = await findExtension(ctx, extensionId);
	return extension ? accept(extension) : refuse("not_found", "There is no such extension.");
}
