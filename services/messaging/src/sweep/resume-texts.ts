import { messages } from "@cloudpbx/db/schema/messaging";
import { describeError, log } from "@cloudpbx/kit/log";
import { isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { fetchMessage } from "@cloudpbx/twilio/rest/messages";
import { and, asc, eq, isNotNull, lte, ne, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";
import { applyStatus } from "../delivery/receive-status.ts";
import { settleText } from "../gate/settle-text.ts";
import type { MessageRow } from "../texts/message-row.ts";

/** Maximum texts of each kind per sweep; the next sweep, minutes later, continues. */
const textsMax = 20;

/** Hours after which the carrier is asked for a missing report, the last time after 24. */
const checkHours = [1, 6, 24];

/** Unsent texts come first, so that missing reports do not delay them. Returns the number of texts. */
export async function resumeTexts(ctx: Context): Promise<number> {
	const unsent = await selectDue(ctx, eq(messages.status, "pending"));
	for (const { id } of unsent) await attempt(id, () => settleText(ctx, id));
	const untold = await selectDue(ctx, ne(messages.status, "pending"));
	for (const row of untold) await attempt(row.id, () => checkStatus(ctx, row));
	return unsent.length + untold.length;
}

function selectDue({ db, now }: Context, which: SQL): Promise<MessageRow[]> {
	return db
		.select()
		.from(messages)
		.where(and(isNotNull(messages.checkAt), lte(messages.checkAt, now()), which))
		.orderBy(asc(messages.checkAt))
		.limit(textsMax);
}

async function attempt(messageId: string, work: () => Promise<unknown>): Promise<void> {
	try {
		await work();
	} catch (error) {
		log.error("text_not_resumed", { messageId, reason: describeError(error) });
	}
}

async function checkStatus(ctx: Context, row: MessageRow): Promise<void> {
	const { db, carrier, now } = ctx;
	const { id, carrierId } = row;
	const found = carrierId === null ? null : await fetchMessage(carrier, carrierId);
	// Asked again later. A text that the carrier no longer lists gets no report.
	if (found && !found.ok && isTransient(found.problem)) return;
	const news = found?.ok ? found.value : null;
	if (carrierId !== null && news?.status) {
		const { status, errorCode } = news;
		if (await applyStatus(ctx, id, { carrierId, status, errorCode })) return;
	}
	const hours = checkHours[row.checks];
	await db
		.update(messages)
		.set({
			checks: row.checks + 1,
			checkAt: hours === undefined ? null : new Date(now().getTime() + hours * 60 * 60 * 1000),
		})
		.where(and(eq(messages.id, id), eq(messages.checks, row.checks), eq(messages.status, row.status)));
}
