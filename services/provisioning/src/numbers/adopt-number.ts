import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { AdoptedNumber } from "@cloudpbx/contracts/extensions/numbers";
import { selectRows } from "@cloudpbx/db/json-rows";
import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import type { RentedNumber } from "@cloudpbx/twilio/rest/rented-number";
import { findRentedNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { explainProblem } from "../carrier/explain-problem.ts";
import { pointNumberHere } from "../carrier/point-number-here.ts";
import { leaveTrouble } from "../checks/store-check.ts";
import type { Context } from "../context.ts";
import { describeLack, explainUseless } from "../domain/capability-words.ts";
import { numberEvents } from "../domain/live-events.ts";
import { numberIdOf } from "../domain/number-id.ts";
import { explainNoAnswer } from "../domain/purchase-words.ts";
import { findNumberByDigits } from "./find-number.ts";
import { listForwarding } from "./list-forwarding.ts";

/** A number that takes only calls or only texts gets a warning; one that takes neither is refused. */
export async function adoptNumber(ctx: Context, text: string): Promise<Result<AdoptedNumber>> {
	const { carrier, country, addressFault } = ctx;
	if (addressFault) return refuse("precondition_failed", addressFault);
	const read = readNumber(text, country);
	if (!read.ok) return refuse("bad_input", `number: ${read.reason}`);
	const { number } = read;
	if (await findNumberByDigits(ctx, number))
		return refuse("conflict", `${number} is one of your numbers already.`);
	const [forwarding] = await listForwarding(ctx, [number]);
	if (forwarding) {
		const message = `${forwarding.who} forwards calls to ${number}; they would go round in a circle.`;
		return refuse("conflict", message);
	}

	const found = await findRentedNumber(carrier, number);
	if (!found.ok) return { ok: false, error: explainProblem(found.problem) };
	if (!found.value) return refuse("not_found", `Your Twilio account has no number ${number}.`);
	const { voice, sms } = found.value.capabilities;
	if (!voice && !sms) return refuse("precondition_failed", explainUseless(number));
	const pointed = await pointNumberHere(ctx, number);
	if (pointed.kind === "unknown") return refuse("upstream_unavailable", explainNoAnswer);
	if (pointed.kind === "refused") return { ok: false, error: pointed.refusal };

	const warning = await takeUp(ctx, found.value);
	const adopted = await findNumberByDigits(ctx, number);
	return adopted
		? accept({ ...adopted, warning })
		: refuse("conflict", `${number} is being bought or given back just now.`);
}

/**
 * One transaction with the order that wanted the number. Does nothing while the order belongs to a searching
 * extension, or was given back since the carrier was asked. Returns what the number cannot do, in words.
 */
async function takeUp(
	{ db, now, announce }: Context,
	{ number, carrierId, capabilities }: RentedNumber,
): Promise<string | null> {
	const at = now();
	const id = numberIdOf(carrierId);
	const lack = describeLack(number, capabilities, null);
	const isTaken = sql`EXISTS (SELECT 1 FROM ${numberOrders}
		LEFT JOIN ${extensions} ON ${extensions.id} = ${numberOrders.extensionId}
		WHERE ${numberOrders.number} = ${number} AND (
			${numberOrders.status} = 'releasing'
			OR (${numberOrders.status} = 'released' AND ${numberOrders.carrierId} = ${carrierId})
			OR (${numberOrders.status} IN ('buying', 'bought') AND ${extensions.status} = 'provisioning')))`;
	const isOurs = db.select({ id: phoneNumbers.id }).from(phoneNumbers).where(eq(phoneNumbers.number, number));
	const [booked] = await db.batch([
		db
			.insert(phoneNumbers)
			.select(
				selectRows(
					phoneNumbers,
					[{ id, number, carrierId, kind: numberKindOf(number), createdAt: at }],
					sql`NOT ${isTaken}`,
				),
			)
			.onConflictDoNothing()
			.returning({ id: phoneNumbers.id }),
		db
			.update(numberOrders)
			.set({ status: "stored", carrierId, updatedAt: at })
			.where(
				and(
					eq(numberOrders.number, number),
					inArray(numberOrders.status, ["buying", "bought"]),
					exists(isOurs),
				),
			),
		leaveTrouble(db, number, lack && { id, number, ...lack }),
	]);
	announce(numberEvents(...booked.map((row) => row.id)));
	return lack?.message ?? null;
}
