import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { readSettings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { explainForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readForwardNumber } from "@cloudpbx/domain/numbering/read-number";
import { eq } from "drizzle-orm";
import type { Provisioning } from "../open-provisioning.ts";

/**
 * Where an extension rings, as E.164; null when it rings nowhere. Not one of our own numbers, whose calls would go round,
 * and none of a country that the owner has not allowed.
 */
export async function checkForwardNumber(
	{ db, country }: Provisioning,
	forwardTo: string | null | undefined,
): Promise<Result<string | null>> {
	if (!forwardTo) return accept(null);
	const read = readForwardNumber(forwardTo, country);
	if (!read.ok) return refuse("bad_input", `forwardTo: ${read.reason}`);
	const [[own], countries] = await db.batch([
		db.select({ id: phoneNumbers.id }).from(phoneNumbers).where(eq(phoneNumbers.number, read.number)),
		db
			.select({ key: settings.key, value: settings.value })
			.from(settings)
			.where(eq(settings.key, "callCountries")),
	]);
	const forbidden = explainForbiddenNumber(read.number, readSettings(countries).callCountries);
	if (forbidden !== null) return refuse("bad_input", `forwardTo: ${forbidden}`);
	if (own)
		return refuse(
			"bad_input",
			"forwardTo: This is one of your own numbers; its calls would go round in a circle.",
		);
	return accept(read.number);
}
