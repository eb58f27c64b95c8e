import type { SendTextRequest } from "@cloudpbx/contracts/texts/sending";
import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";
import type * as z from "zod";
import { conversationIdOf } from "../texts/text-ids.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";

/** Numbers must be E.164; the gate refuses all others. */
export function readSendRequests(
	requests: readonly z.output<typeof SendTextRequest>[],
): Promise<OutgoingRequest[]> {
	return Promise.all(
		requests.map(async ({ id, from, to, body, category, origin, quietHours, timeZone, state, slot }) => ({
			id,
			conversationId: await conversationIdOf(to, from),
			from,
			to,
			body: cleanTextBody(body),
			author: origin.kind,
			category,
			quietHours,
			isConfirmation: false,
			actorId: origin.kind === "person" ? origin.actor.id : null,
			actorName: origin.kind === "person" ? origin.actor.name : null,
			campaignId: origin.kind === "campaign" ? origin.campaignId : null,
			recipientId: origin.kind === "campaign" ? origin.recipientId : null,
			takesOverAs: null,
			...(timeZone !== undefined && { timeZone }),
			...(state !== undefined && { state }),
			...(slot !== undefined && { slot }),
		})),
	);
}
