import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import type { Db } from "@cloudpbx/db/open-db";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, isNotNull, sql } from "drizzle-orm";
import { conversationIdOf } from "../texts/text-ids.ts";
import { conversationEvent } from "./live-events.ts";

/** Maximum contacts whose conversation ids are derived; for more, the table is scanned once. */
const contactsMax = 20;

/** One event per listed conversation with these contacts (E.164), on present and former numbers of ours. */
export async function listConversationEvents(db: Db, contacts: readonly string[]): Promise<LiveEvent[]> {
	const isTheirs =
		contacts.length > contactsMax
			? isOneOf(conversations.contactNumber, contacts)
			: isOneOf(conversations.id, await deriveIds(db, contacts));
	const rows = await db
		.select({
			id: conversations.id,
			contactNumber: conversations.contactNumber,
			ourNumber: conversations.ourNumber,
			mode: conversations.mode,
		})
		.from(conversations)
		.where(and(isNotNull(conversations.listedAt), isTheirs));
	return rows.map(conversationEvent);
}

/** There is no index on contacts. */
async function deriveIds(db: Db, contacts: readonly string[]): Promise<string[]> {
	const lines = await db.all<{ number: string }>(
		sql`SELECT number FROM ${phoneNumbers} UNION
			SELECT number FROM ${numberOrders} WHERE status IN ('stored', 'released')`,
	);
	return Promise.all(
		contacts.flatMap((contact) => lines.map(({ number }) => conversationIdOf(contact, number))),
	);
}
