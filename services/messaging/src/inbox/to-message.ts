import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Message, MessageMedia, MessageWithHistory } from "@cloudpbx/contracts/texts/messages";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { messageEvents, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { explainWaiting } from "../texts/explain-waiting.ts";
import type { MessageRow } from "../texts/message-row.ts";

type MediaRow = typeof messageMedia.$inferSelect;

export function toMessage(row: MessageRow, media: readonly MediaRow[] = []): Message {
	const waiting = explainWaiting(row);
	return {
		id: row.id,
		carrierId: row.carrierId,
		conversationId: row.conversationId,
		direction: row.direction,
		from: row.fromNumber,
		to: row.toNumber,
		body: row.body,
		author: row.author,
		authorName: row.actorName,
		category: row.category,
		status: row.status,
		errorCode: row.errorCode,
		error: row.errorCode === null ? null : (waiting ?? explainMessageError(row.errorCode).words),
		retryAt: waiting === null ? null : (row.checkAt?.toISOString() ?? null),
		refusal: row.refusal,
		reason: row.reason,
		segments: row.segments,
		media: media.filter(({ messageId }) => messageId === row.id).map(toMedia),
		campaignId: row.campaignId,
		isBlocked: row.isBlocked,
		createdAt: row.createdAt.toISOString(),
	};
}

export async function toMessages({ db }: Context, rows: readonly MessageRow[]): Promise<Message[]> {
	const ids = rows.filter(({ mediaCount }) => mediaCount > 0).map(({ id }) => id);
	const media =
		ids.length === 0 ? [] : await db.select().from(messageMedia).where(isOneOf(messageMedia.messageId, ids));
	return rows.map((row) => toMessage(row, media));
}

export async function getMessage({ db }: Context, messageId: string): Promise<Result<MessageWithHistory>> {
	const [[row], media, events] = await db.batch([
		db.select().from(messages).where(eq(messages.id, messageId)),
		db.select().from(messageMedia).where(eq(messageMedia.messageId, messageId)),
		db
			.select()
			.from(messageEvents)
			.where(eq(messageEvents.messageId, messageId))
			.orderBy(asc(messageEvents.at), asc(messageEvents.id)),
	]);
	if (!row) return refuse("not_found", "There is no such message.");
	return accept({
		...toMessage(row, media),
		events: [...stepsOfRow(row), ...events].map(({ kind, status, errorCode, detail, at }) => ({
			kind,
			status,
			errorCode,
			detail,
			at: at.toISOString(),
		})),
	});
}

function toMedia({ id, contentType, status, failure, bytes }: MediaRow): MessageMedia {
	return { id, contentType, status, failure, bytes };
}

/** A campaign's text has no events before its acceptance; its row supplies them. */
function stepsOfRow({ campaignId, attemptedAt }: MessageRow) {
	if (campaignId === null || attemptedAt === null) return [];
	const step = { status: "pending" as const, errorCode: null, detail: null, at: attemptedAt };
	return [
		{ ...step, kind: "allowed" as const },
		{ ...step, kind: "attempted" as const },
	];
}
