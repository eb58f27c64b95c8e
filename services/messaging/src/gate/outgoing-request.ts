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

/** Fields of a text that no person and no campaign sends. */
export const withoutOrigin = {
	isConfirmation: false,
	actorId: null,
	actorName: null,
	campaignId: null,
	recipientId: null,
	takesOverAs: null,
} as const;

export type PacedRequest = OutgoingRequest & { slot: PacedSlot };

export interface DecidedText<Request extends OutgoingRequest = OutgoingRequest> {
	request: Request;
	decision: SendDecision;
}
