import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import {
	type ClosedMainLine,
	type Hours,
	hoursKey,
	type UpdateHours,
	type WholeHours,
} from "@cloudpbx/contracts/office/hours";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { explainForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readForwardNumber } from "@cloudpbx/domain/numbering/read-number";
import { eq } from "drizzle-orm";
import type { ActorContext, Context } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { describeHours } from "../../domain/office/describe-hours.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { findExtensionId } from "../extensions/find-extension-id.ts";
import { selectSettings } from "./load-settings.ts";
import { readStoredClosed, readStoredHours, selectHours, withoutEndedOverride } from "./stored-hours.ts";
import { attemptsMax, storeVersioned } from "./versioned-setting.ts";

/** An old version is refused, unless all is stored already. Without a version the last write wins. */
export async function updateHours(ctx: ActorContext, input: UpdateHours): Promise<Result<WholeHours>> {
	const { db, now } = ctx;
	const { version, greetingAudio: _, ...sent } = input;
	const wish: Partial<Hours> = { ...sent };
	if (wish.closed) {
		const closed = tidyClosed(wish.closed);
		if (!closed.ok) return closed;
		wish.closed = closed.value;
	}
	if (wish.override) wish.override = { ...wish.override, until: new Date(wish.override.until).toISOString() };
	for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
		const rows = await selectHours(db);
		const current = withoutEndedOverride(readStoredHours(rows), now);
		if (changedFields<Partial<Hours>>(current, wish) === null) return accept(current);
		if (version !== undefined && version !== current.version) return refuseOldVersion(current, input);
		let closed = readStoredClosed(rows);
		// A stored target stays valid, for example when its country was forbidden later.
		if (wish.closed && changedFields({ closed: current.closed }, { closed: wish.closed }) !== null) {
			const found = await findClosedTarget(ctx, wish.closed);
			if (!found.ok) return found;
			closed = found.value;
		}
		const saved = { ...current, ...wish, version: current.version + 1 };
		const change = changedFields(describeHours(current), describeHours(saved)) ?? {
			before: null,
			after: null,
		};
		const [[written]] = await db.batch([
			storeVersioned(db, { key: hoursKey, value: toStoredHours(saved, closed) }, current.version, now),
			recordIfChanged(ctx, { action: "hours.update", target: { kind: "hours", id: null }, ...change }),
		]);
		if (written) return accept(withoutEndedOverride(saved, now));
	}
	return refuse("conflict", "The hours are being changed by others just now. Try again.");
}

export function toStoredHours({ greetingAudio: _, ...hours }: WholeHours, closed: ClosedMainLine) {
	return { ...hours, closed };
}

function tidyClosed({ greeting, then, extension, number }: ClosedMainLine): Result<ClosedMainLine> {
	if (then === "voicemail" && extension) return accept({ greeting, then, extension });
	if (then !== "number" || !number) return accept({ greeting, then });
	const read = readForwardNumber(number, "US");
	return read.ok
		? accept({ greeting, then, number: read.number })
		: refuse("bad_input", `closed.number: ${read.reason}`);
}

/** Stored form of the target, which must exist and be callable. */
async function findClosedTarget(ctx: Context, closed: ClosedMainLine): Promise<Result<ClosedMainLine>> {
	const { db } = ctx;
	const { extension, number } = closed;
	if (extension) {
		const found = await findExtensionId(ctx, extension);
		if (!found.ok) return refuse("bad_input", `closed.extension: ${found.error.message}`);
		return accept({ ...closed, extension: found.value });
	}
	if (!number) return accept(closed);
	const [[own], countries] = await db.batch([
		db.select({ id: phoneNumbers.id }).from(phoneNumbers).where(eq(phoneNumbers.number, number)),
		selectSettings(db, ["callCountries"]),
	]);
	if (own) {
		return refuse(
			"bad_input",
			"closed.number: This is one of your own numbers; a call would go round in a circle.",
		);
	}
	const forbidden = explainForbiddenNumber(number, readSettings(countries).callCountries);
	return forbidden === null ? accept(closed) : refuse("bad_input", `closed.number: ${forbidden}`);
}
