import type { PacedSlot } from "../delivery/paced-delivery.ts";
import type { SendDecision, TextToDecide } from "./decide-send.ts";

export interface OutgoingRequest extends TextToDecide {
	id: string;
	conversationId: string;
	actorId: string | null;
	actorName: string | null;
	recipientId: string | null;
	takesOverAs: string | null;
	/** The text does not list its conversation in the inbox: a notice. */
	isUnlisted?: boolean;
	slot?: PacedSlot;
}

export type PacedRequest = OutgoingRequest & { slot: PacedSlot };

export interface DecidedText<Request extends OutgoingRequest = OutgoingRequest> {
	request: Request;
	decision: SendDecision;
}
