import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { LabelNumber, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { numberEvents } from "../domain/live-events.ts";
import { nextVersion } from "../extensions/next-version.ts";
import { findNumberById } from "./find-number.ts";

export async function labelNumber(
	ctx: Context,
	numberId: string,
	{ label: typed, version }: LabelNumber,
): Promise<Result<PhoneNumber>> {
	const { db, announce } = ctx;
	const label = typed || null;
	const [labelled] = await db
		.update(phoneNumbers)
		.set({ label, version: nextVersion(phoneNumbers, { label }) })
		.where(
			and(
				eq(phoneNumbers.id, numberId),
				version === undefined ? undefined : eq(phoneNumbers.version, version),
			),
		)
		.returning({ id: phoneNumbers.id });
	if (labelled) announce(numberEvents(labelled.id));
	const number = await findNumberById(ctx, numberId);
	if (!number) return refuse("not_found", "There is no such number.");
	return labelled || number.label === label ? accept(number) : refuseOldVersion(number, { label, version });
}
