import type { ErasurePortion } from "@cloudpbx/contracts/contacts/erasure";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ErasureRpc } from "@cloudpbx/contracts/rpc/every-worker";
import type { Db } from "@cloudpbx/db/open-db";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { erasures } from "@cloudpbx/db/schema/contacts";
import { contactOfMessage } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { and, asc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { askService } from "../../ask-service.ts";
import type { ActorContext, Context } from "../../context.ts";
import { readStoredBlocklist, selectBlocklist, storeBlocklist } from "../office/stored-blocklist.ts";
import { attemptsMax } from "../office/versioned-setting.ts";

/** A request may make 32 calls to other Workers; the sweep does the rest. */
const portionsMax = 8;
export const erasureAction = "contact.erase";
/** Maximum time between a consent event and its audit entry; same as in the trigger of migration 0021. */
const reasonMilliseconds = 60_000;
const erasuresMax = 5;

/** The row stays until every Worker is done. Refused during a call and for own numbers. */
export async function beginErasure(
	ctx: ActorContext,
	number: string,
	contactId: string | null,
): Promise<Result<null>> {
	const { db, now } = ctx;
	const [[open], [own], [known]] = await db.batch([
		db
			.select({ id: calls.id })
			.from(calls)
			.where(and(isNull(calls.endedAt), or(eq(calls.fromNumber, number), eq(calls.toNumber, number))))
			.limit(1),
		db.select({ id: phoneNumbers.id }).from(phoneNumbers).where(eq(phoneNumbers.number, number)),
		db.select({ isKnown: isKnown(number) }).from(sql`(SELECT 1)`),
	]);
	if (contactId === null && !known?.isKnown)
		return refuse("not_found", "There is nothing about this number.");
	if (own) return refuse("bad_input", "number: This is one of your own numbers.");
	if (open) {
		return refuse(
			"precondition_failed",
			"A call with this number is going on. Erase the contact when it has ended.",
		);
	}
	await db
		.insert(erasures)
		.values({ number, contactId, startedAt: now })
		.onConflictDoUpdate({
			target: erasures.number,
			set: { contactId: sql`coalesce(excluded.contact_id, contact_id)` },
		});
	await unblock(ctx, number);
	return accept(null);
}

function isKnown(number: string): SQL<number> {
	return sql<number>`EXISTS (SELECT 1 FROM conversations WHERE contact_number = ${number})
		OR EXISTS (SELECT 1 FROM messages WHERE ${contactOfMessage} = ${number})
		OR EXISTS (SELECT 1 FROM calls WHERE from_number = ${number} OR to_number = ${number})
		OR EXISTS (SELECT 1 FROM voicemails WHERE from_number = ${number})
		OR EXISTS (SELECT 1 FROM campaign_recipients WHERE number = ${number})
		OR EXISTS (SELECT 1 FROM consent_events WHERE number = ${number})
		OR EXISTS (SELECT 1 FROM erasures WHERE number = ${number})`;
}

/** Continues the oldest unfinished erasures. Returns the number of finished ones. */
export async function continueErasures(ctx: Context): Promise<number> {
	const { db } = ctx;
	const rows = await db.select().from(erasures).orderBy(asc(erasures.startedAt)).limit(erasuresMax);
	let finished = 0;
	for (const { number } of rows) if (await continueErasure(ctx, number)) finished += 1;
	return finished;
}

/** Continues one erasure as far as one request can. Returns whether it is finished. */
export async function continueErasure(ctx: Context, number: string): Promise<boolean> {
	const { db } = ctx;
	// Must precede the erasure of the conversations, which identify these entries.
	await forgetInAudit(db, number);
	const done = [
		await eraseAt("voice", ctx.voice, number),
		await eraseAt("messaging", ctx.messaging, number),
		await eraseAt("campaigns", ctx.campaigns, number),
	];
	if (!done.every(Boolean)) return false;
	await db.delete(erasures).where(eq(erasures.number, number));
	return true;
}

async function eraseAt(name: string, worker: ErasureRpc, number: string): Promise<boolean> {
	for (let portions = 0; portions < portionsMax; portions += 1) {
		const answer: Result<ErasurePortion> = await askService(name, worker.erasePerson(number));
		if (!answer.ok || answer.value.isDone || answer.value.waitsFor !== null) {
			return answer.ok && answer.value.isDone;
		}
	}
	return false;
}

/** Removes the subject from audit entries; actor, action and time stay. Triggers forbid any other change. */
function forgetInAudit(db: Db, number: string) {
	const { targetId, targetKind } = auditEvents;
	const isOf = (kind: string, ids: SQL) => and(eq(targetKind, kind), sql`${targetId} IN ${ids}`);
	const contactId = sql`(SELECT contact_id FROM erasures WHERE number = ${number} UNION ALL SELECT ${number})`;
	const conversationIds = sql`(SELECT id FROM conversations WHERE contact_number = ${number})`;
	const reasonIds = sql`(SELECT a.id FROM consent_events c JOIN audit_events a ON a.actor_id = c.actor_id
		AND a.at BETWEEN c.at - ${reasonMilliseconds} AND c.at + ${reasonMilliseconds}
		WHERE c.number = ${number} AND a.target_kind = 'opt_out' AND a.after ->> '$.number' = ${maskNumber(number)})`;
	// The entry of the erasure itself stays.
	const isOfContact = and(isOf("contact", contactId), ne(auditEvents.action, erasureAction));
	return db
		.update(auditEvents)
		.set({ targetId: null, before: null, after: null })
		.where(or(isOfContact, isOf("conversation", conversationIds), sql`${auditEvents.id} IN ${reasonIds}`));
}

/** A block would keep the number. */
async function unblock(ctx: ActorContext, number: string): Promise<void> {
	for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
		const current = readStoredBlocklist(await selectBlocklist(ctx.db));
		const items = current.items.filter((item) => !("number" in item && item.number === number));
		if (items.length === current.items.length) return;
		const after = { entries: items.length };
		if ((await storeBlocklist(ctx, items, current, { after })) !== null) return;
	}
}
