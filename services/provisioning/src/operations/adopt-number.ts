import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { PhoneNumber } from "@cloudpbx/contracts/numbers";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { findRentedNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq, ne } from "drizzle-orm";
import { numberIdOf } from "../domain/number-id.ts";
import { explainSilence } from "../domain/purchase-words.ts";
import type { Provisioning } from "../open-provisioning.ts";
import { explainProblem } from "./explain-problem.ts";
import { findNumberByDigits } from "./load-number.ts";
import { pointHere } from "./point-here.ts";

/** Takes up a number that the carrier rents to us already: points it here, then puts it on our books, for nobody yet. */
export async function adoptNumber(provisioning: Provisioning, text: string): Promise<Result<PhoneNumber>> {
	const { db, carrier, country, now } = provisioning;
	const read = readNumber(text, country);
	if (!read.ok) return refuse("bad_input", `number: ${read.reason}`);
	const { number } = read;
	if (await findNumberByDigits(db, number))
		return refuse("conflict", `${number} is one of your numbers already.`);
	const [forwarding] = await db
		.select({ ext: extensions.ext })
		.from(extensions)
		.where(and(eq(extensions.forwardTo, number), ne(extensions.status, "inactive")));
	if (forwarding) {
		const message = `Extension ${forwarding.ext} forwards its calls to ${number}; they would go round in a circle.`;
		return refuse("conflict", message);
	}

	const found = await findRentedNumber(carrier, number);
	if (!found.ok) return { ok: false, error: explainProblem(found.problem) };
	if (!found.value) return refuse("not_found", `Your Twilio account has no number ${number}.`);
	const pointed = await pointHere(provisioning, number);
	if (pointed.kind === "unknown") return refuse("upstream_unavailable", explainSilence);
	if (pointed.kind === "refused") return { ok: false, error: pointed.refusal };

	const { carrierId } = found.value;
	await db
		.insert(phoneNumbers)
		.values({ id: numberIdOf(carrierId), number, carrierId, kind: numberKindOf(number), createdAt: now() })
		.onConflictDoNothing();
	const adopted = await findNumberByDigits(db, number);
	return adopted ? accept(adopted) : refuse("conflict", `${number} has just been given back.`);
}
