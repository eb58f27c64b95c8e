import type { SendTextResult } from "@cloudpbx/contracts/sending";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Messaging } from "../open-messaging.ts";
import { describeMissedSlot } from "./describe-result.ts";
import { sendTexts } from "./send-texts.ts";
import type { OutgoingRequest } from "./store-sends.ts";

/** Texts on their way through the gate and the carrier at once; each waits for one of them at a time. */
const lanes = 8;
/** So long before its slot a text's facts are read, to be at the carrier in time: its distance to the others is kept there. */
const readAheadMilliseconds = 400;

/**
 * Texts with a slot go through the gate one by one, each when its turn has come: whatever happens while the earlier ones
 * are under way, an opt-out or a pause, counts for the later ones. The others go at once. Results are in the order of the requests.
 */
export async function sendPaced(
	messaging: Messaging,
	requests: readonly OutgoingRequest[],
): Promise<SendTextResult[]> {
	const immediate = requests.filter(({ slot }) => slot === undefined);
	const waiting = requests
		.flatMap((request) => (request.slot ? [{ request, slot: request.slot }] : []))
		.sort((one, other) => one.slot.at - other.slot.at);
	const results = new Map<string, SendTextResult>();
	const keep = (done: SendTextResult[]) => {
		for (const result of done) results.set(result.id, result);
	};
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const { request, slot } = next;
			await messaging.sleep(Math.max(0, slot.at - readAheadMilliseconds - messaging.now().getTime()));
			const now = messaging.now();
			keep(
				now.getTime() > slot.until
					? [describeMissedSlot(request.id, now)]
					: await sendOne(messaging, request),
			);
		}
	};
	await Promise.all([
		immediate.length === 0 ? undefined : sendTexts(messaging, immediate).then(keep),
		...Array.from({ length: Math.min(lanes, waiting.length) }, work),
	]);
	return requests.map(
		({ id }) => results.get(id) ?? { id, outcome: "pending", reason: "It was not reached." },
	);
}

/** What goes wrong with one text is no reason to hold up the others: whoever asked asks again about it. */
async function sendOne(messaging: Messaging, request: OutgoingRequest): Promise<SendTextResult[]> {
	try {
		return await sendTexts(messaging, [request], request.slot);
	} catch (error) {
		log.error("paced_text_failed", { messageId: request.id, reason: describeError(error) });
		return [{ id: request.id, outcome: "pending", reason: "It is not known what became of the text." }];
	}
}
