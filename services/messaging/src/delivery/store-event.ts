import type { MessageEventKind } from "@cloudpbx/contracts/texts/messages";
import { messageEvents } from "@cloudpbx/db/schema/messaging";
import type { Context } from "../context.ts";
import type { MessageRow } from "../texts/message-row.ts";

/** A statement for the batch that causes the event. A repeated event is stored once. */
export function storeEvent(
	{ db }: Context,
	row: Pick<MessageRow, "id" | "campaignId" | "recipientId">,
	event: {
		kind: MessageEventKind;
		status: MessageRow["status"];
		step: string;
		at: Date;
		errorCode?: number | null;
	},
) {
	const { id: messageId, campaignId, recipientId } = row;
	return db
		.insert(messageEvents)
		.values({ messageId, campaignId, recipientId, ...event })
		.onConflictDoNothing();
}
