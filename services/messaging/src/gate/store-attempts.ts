import { selectRows } from "@cloudpbx/db/json-rows";
import { messageEvents } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Attempt } from "../delivery/attempt.ts";
import type { DecidedText } from "./outgoing-request.ts";
import { toAttempt } from "./to-attempt.ts";
import { toEventRows } from "./to-rows.ts";
import { mayBeStored, upsertConversations, upsertMessages } from "./upsert-decided.ts";

/** One round trip. Returns the attempts to send; of two callers with the same id, one gets the attempt. */
export async function storeDecided(ctx: Context, decided: readonly DecidedText[]): Promise<Attempt[]> {
	const { db, now } = ctx;
	const at = now();
	const allowed = decided.filter(({ decision }) => decision.isAllowed);
	const refused = decided.filter(({ decision }) => !decision.isAllowed);
	const [, stored] = await db.batch([
		upsertConversations(ctx, allowed, at),
		upsertMessages(
			ctx,
			allowed,
			at,
			mayBeStored(sql`r.value ->> '$.toNumber'`, sql`r.value ->> '$.conversationId'`),
		).returning(),
		upsertMessages(ctx, refused, at, sql`true`),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, toEventRows(decided, at), isAsStored(at)))
			.onConflictDoNothing(),
	]);
	return stored.map(toAttempt);
}

function isAsStored(at: Date): SQL {
	return sql`EXISTS (SELECT 1 FROM messages WHERE id = r.value ->> '$.messageId'
		AND status = r.value ->> '$.status' AND status_at = ${at.getTime()})`;
}
