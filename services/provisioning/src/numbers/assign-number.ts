import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { findRentedNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq, exists, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { explainNoCalls } from "../domain/capability-words.ts";
import { extensionEvent, numberEvents } from "../domain/live-events.ts";
import { findExtension } from "../extensions/find-extension.ts";
import { nextVersion } from "../extensions/next-version.ts";
import { findNumberById } from "./find-number.ts";

/** Null plays the menu, and so does the former number of the extension. Keeps a number that was to be released. */
export async function assignNumber(
	ctx: Context,
	numberId: string,
	extensionId: string | null,
	version?: number,
): Promise<Result<PhoneNumber>> {
	const { db, now, announce } = ctx;
	const number = await findNumberById(ctx, numberId);
	if (!number) return refuse("not_found", "There is no such number.");
	if (extensionId !== null) {
		const extension = await findExtension(ctx, extensionId);
		if (!extension) return refuse("not_found", "There is no such extension.");
		if (extension.status === "inactive")
			return refuse("conflict", `Extension ${extension.ext} was deactivated.`);
		if (extension.status === "provisioning") {
			return refuse(
				"conflict",
				`Extension ${extension.ext} is still getting its own number: try again in a minute.`,
			);
		}
		const there = await findRentedNumber(ctx.carrier, number.number);
		if (there.ok && there.value?.capabilities.voice === false)
			return refuse("precondition_failed", explainNoCalls(number.number));
	}
	const at = now();
	const canHave = db
		.select({ id: extensions.id })
		.from(extensions)
		.where(and(eq(extensions.id, extensionId ?? ""), inArray(extensions.status, ["active", "failed"])));
	const canBeGiven = sql`EXISTS (SELECT 1 FROM ${phoneNumbers} AS given
		WHERE given.id = ${numberId} AND given.releasing_at IS NULL
			AND given.version = ${version ?? sql`given.version`})`;
	const [unassigned, assigned, , involved] = await db.batch([
		db
			.update(phoneNumbers)
			.set({ extensionId: null, version: nextVersion(phoneNumbers, { extensionId: null }) })
			.where(
				and(
					eq(phoneNumbers.extensionId, extensionId ?? ""),
					ne(phoneNumbers.id, numberId),
					exists(canHave),
					canBeGiven,
				),
			)
			.returning({ id: phoneNumbers.id }),
		db
			.update(phoneNumbers)
			.set({ extensionId, releaseAt: null, version: nextVersion(phoneNumbers, { extensionId }) })
			.where(
				and(
					eq(phoneNumbers.id, numberId),
					isNull(phoneNumbers.releasingAt),
					version === undefined ? undefined : eq(phoneNumbers.version, version),
					extensionId === null ? undefined : exists(canHave),
				),
			)
			.returning({ id: phoneNumbers.id }),
		db
			.update(extensions)
			.set({ status: "active", reason: null, updatedAt: at })
			.where(
				and(
					eq(extensions.id, extensionId ?? ""),
					eq(extensions.status, "failed"),
					sql`EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE ${phoneNumbers.id} = ${numberId}
						AND ${phoneNumbers.extensionId} = ${extensionId})`,
				),
			),
		db
			.select({ id: extensions.id, status: extensions.status })
			.from(extensions)
			.where(inArray(extensions.id, [extensionId ?? "", number.extensionId ?? ""])),
	]);
	if (assigned.length > 0) {
		const ids = [...assigned, ...unassigned].map(({ id }) => id);
		announce([...numberEvents(...ids), ...involved.map(extensionEvent)]);
	}
	const after = await findNumberById(ctx, numberId);
	if (assigned.length > 0 && after) return accept(after);
	if (after && version !== undefined && version !== after.version) {
		const isStored = after.extensionId === extensionId;
		return isStored ? accept(after) : refuseOldVersion(after, { extensionId, version });
	}
	return refuse(
		"conflict",
		`${number.number} is being given back to Twilio, or the extension has just changed.`,
	);
}
