import type { SendTextResult, Slot, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import type { Context } from "../context.ts";
import { describeMissedSlot } from "../delivery/describe-result.ts";
import { PacedDelivery } from "../delivery/paced-delivery.ts";
import { AttemptWriter } from "./attempt-writer.ts";
import { decideTexts } from "./decide-texts.ts";
import type { OutgoingRequest, PacedRequest } from "./outgoing-request.ts";
import {
	describeRefused,
	describeTaken,
	describeUnreached,
	resumeText,
	roundsMax,
	sendTexts,
} from "./send-texts.ts";
import { storeDecided } from "./store-attempts.ts";

/**
 * Sends texts with a slot in their slots, and the others at once. The gate decides the batch in one step, and
 * checks each text again when its attempt is stored, shortly before its slot. Results are in the order of the
 * requests.
 */
export async function sendPaced(
	ctx: Context,
	requests: readonly OutgoingRequest[],
	baton?: SlotBaton,
): Promise<SendTextResult[]> {
	const immediate = requests.filter(({ slot }) => slot === undefined);
	const paced = requests
		.flatMap((request) => (request.slot ? [{ ...request, slot: request.slot }] : []))
		.sort((one, other) => one.slot.at - other.slot.at);
	const results = new Map<string, SendTextResult>();
	const keep = (result: SendTextResult) => void results.set(result.id, result);
	await Promise.all([
		immediate.length === 0 ? undefined : sendTexts(ctx, immediate).then((all) => all.forEach(keep)),
		paced.length === 0 ? undefined : sendInSlots(ctx, paced, baton ?? newBaton(ctx, paced), keep),
	]);
	return requests.map(({ id }) => results.get(id) ?? describeUnreached(id));
}

async function sendInSlots(
	ctx: Context,
	requests: readonly PacedRequest[],
	baton: SlotBaton,
	keep: (result: SendTextResult) => void,
): Promise<void> {
	const done = new Set<string>();
	const finish = (result: SendTextResult) => {
		done.add(result.id);
		keep(result);
	};
	const now = ctx.now();
	for (const { id, slot } of requests) if (slot.until < now.getTime()) finish(describeMissedSlot(id, now));
	let open = requests.filter(({ id }) => !done.has(id));
	const delivery = new PacedDelivery(ctx, baton, finish);
	const resume = async (id: string) => {
		try {
			const result = await resumeText(ctx, id);
			if (result !== null) finish(result);
		} catch (error) {
			delivery.fail(id, error);
		}
	};
	const writer = new AttemptWriter(ctx, delivery);
	try {
		for (let round = 0; round < roundsMax && open.length > 0; round++) {
			const { fresh, known, taken } = await writer.roundTrips.timed(() => decideTexts(ctx, open));
			for (const id of taken) finish(describeTaken(id));
			const refused = fresh.filter(({ decision }) => !decision.isAllowed);
			if (refused.length > 0) await storeDecided(ctx, refused);
			for (const result of describeRefused(ctx, refused)) finish(result);
			const resuming = Promise.all(known.map((id) => resume(id)));
			await writer.write(fresh.filter(({ decision }) => decision.isAllowed));
			await resuming;
			await delivery.isHandedOver();
			open = open.filter(({ id }) => !done.has(id) && !delivery.has(id));
		}
	} finally {
		await delivery.passOn();
	}
	await delivery.isAnswered();
}

/** For a caller that keeps no slots between its calls: the number may have sent at full rate until now. */
function newBaton({ now }: Context, requests: readonly PacedRequest[]): SlotBaton {
	const [first] = requests;
	const slots: Slot[] = first
		? SlotBook.full(Math.max(first.slot.at, now().getTime()), first.slot.length).all()
		: [];
	return { take: async () => slots, pass: async () => undefined };
}
