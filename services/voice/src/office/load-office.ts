import { listDirectoryHints } from "@cloudpbx/assistant/receptionist/directory-hints";
import { readLineGreeting } from "@cloudpbx/contracts/calls/line-greetings";
import { blocklistKey, readBlocklist } from "@cloudpbx/contracts/office/blocklist";
import { hoursKey } from "@cloudpbx/contracts/office/hours";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { readOfficeRow } from "@cloudpbx/db/office-row";
import type { Db } from "@cloudpbx/db/open-db";
import { office } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";
import { readHours } from "@cloudpbx/domain/hours/read-hours";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Office } from "../domain/office/office.ts";
import { openingOf } from "../domain/office/opening.ts";

/** A statement for the use case's one batch. One row, whatever the company's size. */
export function selectOffice(db: Db) {
	return db
		.select({
			version: office.version,
			settings: office.settings,
			extensions: office.extensions,
			lines: office.lines,
			busy: sql<string | null>`(${busyNow})`,
		})
		.from(office)
		.where(eq(office.id, 1));
}

/** Three keys of everybody in a conversation, as a JSON list; null: nobody. */
export const busyNow = sql`SELECT nullif(json_group_array(${calls.takenBy}), '[]') FROM ${calls}
	WHERE ${calls.takenBy} IS NOT NULL AND ${calls.endedAt} IS NULL`;

type Row = Awaited<ReturnType<typeof selectOffice>>[number];

/** Everything that decides a call at the instant `at`. Throws when the row is missing. */
export function readOffice(
	{ installed, fallbackMemory }: Pick<Context, "installed" | "fallbackMemory">,
	rows: readonly Row[],
	at: Date,
): Office {
	const [row] = rows;
	if (!row) throw new Error("the row of office is missing");
	const facts = readOfficeRow(row);
	const settings = readSettings(facts.settings, installed);
	fallbackMemory.remember(settings.fallbackNumber);
	const stored = (key: string) => facts.settings.find((one) => one.key === key)?.value;
	const hours = readHours(stored(hoursKey));
	return {
		version: row.version,
		at,
		settings,
		hours,
		opening: decideOpenNow(hours, settings.timeZone, at),
		recordings: {
			main: readLineGreeting(facts.settings, "main"),
			closed: readLineGreeting(facts.settings, "closed"),
		},
		blocklist: readBlocklist(stored(blocklistKey)),
		extensions: facts.extensions,
		lines: facts.lines,
		busy: row.busy === null ? [] : (JSON.parse(row.busy) as string[]),
		hints: () => listDirectoryHints(listDirectory({ settings, extensions: facts.extensions })),
	};
}

/** As the receptionist may know it: without telephone numbers. */
function listDirectory(office: Pick<Office, "extensions" | "settings">): DirectoryEntry[] {
	return office.extensions.map(({ id, ext, name, department, purpose }) => ({
		ext,
		name,
		department: department || null,
		purpose: purpose || null,
		...(id === office.settings.operator && { isOperator: true }),
	}));
}

export function listDirectoryNow(office: Office): DirectoryEntry[] {
	return listDirectory(office).map((entry, index) => {
		const extension = office.extensions[index];
		const isClosed = extension !== undefined && !openingOf(extension, office).isOpen;
		return isClosed ? { ...entry, isClosed } : entry;
	});
}
