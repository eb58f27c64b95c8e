import { selectRows } from "@cloudpbx/db/json-rows";
import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Context } from "../context.ts";
import type { Attempt } from "../delivery/attempt.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { countAssistant } from "./ceilings.ts";
import { mayStillGo } from "./may-still-go.ts";
import type { DecidedText } from "./outgoing-request.ts";
import { toAttempt } from "./to-attempt.ts";
import { toEventRows, toMessageRow } from "./to-rows.ts";

export interface Claim {
	/** The statement that claims the conversation; it returns a row if the claim holds. */
	toStatement: (mayGo: SQL) => BatchItem<"sqlite">;
	/** True in later statements if the claim holds. */
	isHeld: SQL;
	sequence: number;
}

/** `isClaimed` false: nothing was stored. `refused`: the row of a text that the gate refused. */
export async function storeReply(
	ctx: Context,
	decided: DecidedText,
	{ toStatement, isHeld, sequence }: Claim,
): Promise<{ isClaimed: boolean; attempt: Attempt | null; refused: MessageRow | null }> {
	const { db, now } = ctx;
	const at = now();
	const row = { ...toMessageRow(ctx, decided, at), sequence };
	const { to, conversationId, author } = decided.request;
	const mayGo = mayStillGo({
		toNumber: sql`${to}`,
		conversationId: sql`${conversationId}`,
		isConfirmation: sql`0`,
		campaignId: sql`NULL`,
		author: sql`${author}`,
	});
	const [claimed, stored] = (await db.batch([
		toStatement(mayGo),
		db
			.insert(messages)
			.select(selectRows(messages, [row], isHeld))
			.onConflictDoNothing()
			.returning(),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, toEventRows([decided], at), isHeld))
			.onConflictDoNothing(),
		...(decided.decision.isAllowed ? [countAssistant(ctx, at, isHeld)] : []),
	])) as unknown as [unknown[], MessageRow[]];
	const [message = null] = stored;
	const isAttempt = message?.isAttemptOpen === true;
	return {
		isClaimed: claimed.length > 0,
		attempt: isAttempt ? toAttempt(message) : null,
		refused: isAttempt ? null : message,
	};
}
