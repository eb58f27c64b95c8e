import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { describeError, log } from "@cloudpbx/kit/log";
import { messageIdOf, toInboundText } from "@cloudpbx/twilio/message-webhooks";
import { type CarrierMessage, listReceived } from "@cloudpbx/twilio/rest/messages";
import { asc, isNull, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { receiveText } from "../receiving/receive-text.ts";

/** Maximum numbers per sweep; the next sweeps check the others. */
const numbersMax = 5;
/** Maximum age of a missed text. */
const lookBackMilliseconds = 12 * 60 * 60 * 1000;

/** Stores texts whose webhooks failed, from the carrier's list. Returns the number of stored texts. */
export async function adoptTexts(ctx: Context): Promise<number> {
	const { carrier, now, sweepAfterSeconds } = ctx;
	const at = now().getTime();
	const until = new Date(at - sweepAfterSeconds * 1000);
	let adopted = 0;
	let problem: string | undefined;
	for (const number of await pickNumbers(ctx)) {
		const listed = await listReceived(carrier, { to: number, since: new Date(at - lookBackMilliseconds) });
		if (!listed.ok) {
			problem ??= listed.problem.kind;
			continue;
		}
		const old = listed.value.filter(({ createdAt }) => createdAt < until);
		for (const text of await withoutRow(ctx, old)) {
			if (await adopt(ctx, text)) adopted += 1;
		}
	}
	if (adopted === 0 && problem) throw new Error(`texts cannot be listed: ${problem}`);
	return adopted;
}

/** A text that cannot be stored does not stop the others. */
async function adopt(ctx: Context, text: CarrierMessage): Promise<boolean> {
	try {
		await receiveText(ctx, toInboundText(text), text.createdAt);
		return true;
	} catch (error) {
		log.error("text_not_adopted", { carrierId: text.carrierId, reason: describeError(error) });
		return false;
	}
}

/** Rotates through the numbers by the clock, without stored state. */
async function pickNumbers({ db, now, sweepAfterSeconds }: Context): Promise<string[]> {
	const numbers = await db
		.select({ number: phoneNumbers.number })
		.from(phoneNumbers)
		.where(isNull(phoneNumbers.releasingAt))
		.orderBy(asc(phoneNumbers.number));
	const turn = Math.floor(now().getTime() / (sweepAfterSeconds * 500));
	const count = Math.min(numbersMax, numbers.length);
	return Array.from(
		{ length: count },
		(_, index) => numbers[(turn * count + index) % numbers.length],
	).flatMap((row) => row?.number ?? []);
}

async function withoutRow({ db }: Context, texts: readonly CarrierMessage[]): Promise<CarrierMessage[]> {
	const ids = JSON.stringify(texts.map(({ carrierId }) => messageIdOf(carrierId)));
	const missing = await db.all<{ id: string }>(
		sql`SELECT value AS id FROM json_each(${ids}) WHERE value NOT IN (SELECT id FROM messages WHERE id IN (SELECT value FROM json_each(${ids})))
			AND NOT EXISTS (SELECT 1 FROM erased_items WHERE id = value)`,
	);
	const wanted = new Set(missing.map(({ id }) => id));
	// Oldest first, as their webhooks would have arrived.
	return texts.filter(({ carrierId }) => wanted.has(messageIdOf(carrierId))).reverse();
}
