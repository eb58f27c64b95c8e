import type { Db } from "@cloudpbx/db/open-db";
import { describeError, log } from "@cloudpbx/kit/log";
import type { LegWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { selectContact } from "../contacts/select-contact.ts";
import { shorten } from "../domain/calls-out/call-out.ts";
import { type Leg, pickedUp } from "../domain/ringing/screen-leg.ts";
import { storeEvents } from "../history/store-call.ts";

/** The person who picked up waits in silence meanwhile. */
const patienceMilliseconds = 700;

/**
 * The caller as the rung telephone's line says it, and that it was picked up, in one round trip: the contact's name or company, as far
 * as it is known in time, otherwise the number. `keepAlive` has the rest done after the answer.
 */
export async function nameCaller(
	db: Db,
	{ webhook, leg, number }: { webhook: LegWebhook; leg: Leg; number: string },
	keepAlive: (work: Promise<unknown>) => void,
	now: Date,
): Promise<string> {
	const known = readName(db, webhook, leg, number, now);
	keepAlive(known);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), patienceMilliseconds);
	});
	const name = await Promise.race([known, late]);
	clearTimeout(timer);
	return shorten(name ?? number);
}

async function readName(
	db: Db,
	{ callId, legId }: LegWebhook,
	leg: Leg,
	number: string,
	now: Date,
): Promise<string | null> {
	try {
		const [[contact]] = await db.batch([
			selectContact(db, number),
			...storeEvents(db, callId, [pickedUp(leg, legId)], now),
		]);
		return contact?.name || contact?.company || null;
	} catch (error) {
		log.error("pick_up_not_stored", { callId, reason: describeError(error) });
		return null;
	}
}
