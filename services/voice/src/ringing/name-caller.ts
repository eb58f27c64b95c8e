import { describeError, log } from "@cloudpbx/kit/log";
import type { LegWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { selectContact } from "../contacts/select-contact.ts";
import type { Context } from "../context.ts";
import { shorten } from "../domain/calls-out/call-out.ts";
import { type Leg, pickedUp } from "../domain/ringing/screen-leg.ts";
import { storeEvents } from "../history/store-plan.ts";
import { within } from "../within.ts";

/** Meanwhile the person who picked up hears silence. */
const patienceMilliseconds = 700;

/** The contact's name or company when it is found in time, otherwise the number. One round trip, which also stores the pick-up. */
export async function nameCaller(
	ctx: Context,
	webhook: LegWebhook,
	leg: Leg,
	number: string,
): Promise<string> {
	const known = readName(ctx, webhook, leg, number);
	ctx.later(known);
	const name = await within(patienceMilliseconds, "the contact", known).catch(() => null);
	return shorten(name ?? number);
}

async function readName(
	{ db, now }: Context,
	{ callId, legId }: LegWebhook,
	leg: Leg,
	number: string,
): Promise<string | null> {
	try {
		const [[contact]] = await db.batch([
			selectContact(db, number),
			...storeEvents(db, callId, [pickedUp(leg, legId)], now()),
		]);
		return contact?.name || contact?.company || null;
	} catch (error) {
		log.error("pick_up_not_stored", { callId, reason: describeError(error) });
		return null;
	}
}
