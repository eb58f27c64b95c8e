import type { Context } from "../context.ts";
import { previewOf } from "../texts/preview-of.ts";
import { hourOf } from "../texts/sending-hour.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";

/** A campaign's texts alone do not list a conversation in the inbox. */
export function toConversationRow(request: OutgoingRequest, at: Date) {
	const isListed = request.campaignId === null && request.isUnlisted !== true;
	return {
		id: request.conversationId,
		contactNumber: request.to,
		ourNumber: request.from,
		mode: request.takesOverAs === null ? ("assistant" as const) : ("human" as const),
		takenOverBy: request.takesOverAs,
		hourStartedAt: hourOf(at),
		sentInHour: 1,
		lastMessageId: isListed ? request.id : null,
		lastPreview: isListed ? previewOf(request.body) : null,
		lastDirection: isListed ? ("outbound" as const) : null,
		lastAuthor: isListed ? request.author : null,
		listedAt: isListed ? at : null,
		createdAt: at,
		campaignId: request.campaignId,
		campaignRecipientId: request.recipientId,
		campaignTextAt: request.campaignId === null ? null : at,
		// Used only in conditions.
		messageId: request.id,
		isConfirmation: request.isConfirmation,
		author: request.author,
	};
}

/** An allowed text is stored as an open attempt: if the process dies, the carrier is asked for the result. */
export function toMessageRow({ settleAfterSeconds }: Context, { request, decision }: DecidedText, at: Date) {
	const { isAllowed } = decision;
	return {
		id: request.id,
		conversationId: request.conversationId,
		direction: "outbound" as const,
		author: request.author,
		category: request.category,
		fromNumber: request.from,
		toNumber: request.to,
		body: request.body,
		segments: decision.segments,
		status: isAllowed ? ("pending" as const) : ("refused" as const),
		statusAt: at,
		actorId: request.actorId,
		actorName: request.actorName,
		campaignId: request.campaignId,
		recipientId: request.recipientId,
		refusal: decision.isAllowed ? null : decision.code,
		reason: decision.reason,
		isConfirmation: request.isConfirmation,
		attempts: isAllowed ? 1 : 0,
		attemptedAt: isAllowed ? at : null,
		isAttemptOpen: isAllowed,
		checkAt: isAllowed ? new Date(at.getTime() + settleAfterSeconds * 1000) : null,
		createdAt: at,
	};
}

export function toEventRows(decided: readonly DecidedText[], at: Date) {
	return decided.flatMap(({ request, decision }) => {
		const { id, campaignId, recipientId } = request;
		// An allowed text of a campaign gets no events: the row is enough.
		if (decision.isAllowed && campaignId !== null) return [];
		const kinds = decision.isAllowed ? (["allowed", "attempted"] as const) : (["refused"] as const);
		return kinds.map((kind) => ({
			messageId: id,
			step: `${kind}-${at.getTime()}`,
			kind,
			status: decision.isAllowed ? ("pending" as const) : ("refused" as const),
			detail: decision.isAllowed ? null : decision.code,
			campaignId,
			recipientId,
			at,
		}));
	});
}
