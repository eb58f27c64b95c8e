import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { readForwardNumber } from "@cloudpbx/domain/numbering/read-number";
import { eq } from "drizzle-orm";
import type { Provisioning } from "../open-provisioning.ts";

/** Where an extension rings, as E.164; null when it rings nowhere. Not one of our own numbers: the call would go round. */
export async function checkForwardNumber(
	{ db, country }: Provisioning,
	forwardTo: string | null | undefined,
): Promise<Result<string | null>> {
	if (!forwardTo) return accept(null);
	const read = readForwardNumber(forwardTo, country);
	if (!read.ok) return refuse("bad_input", `forwardTo: ${read.reason}`);
	const [own] = await db
		.select({ id: phoneNumbers.id })
		.from(phoneNumbers)
		.where(eq(phoneNumbers.number, read.number));
	if (own)
		return refuse(
			"bad_input",
			"forwardTo: This is one of your own numbers; its calls would go round in a circle.",
		);
	return accept(read.number);
}
