import { messages } from "@cloudpbx/db/schema/messaging";
import { fetchMessage } from "@cloudpbx/twilio/rest/messages";
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import type { Messaging } from "../../open-messaging.ts";
import { applyStatus } from "../receive-status.ts";
import type { MessageRow } from "../record-outcome.ts";
import { settleText } from "../settle-text.ts";

/** One sweep looks after so many; the rest have their turn minutes later. */
const textsMax = 20;

/** When the carrier is asked about a text that it has taken and not reported on. After that it counts as told. */
const checkHours = [1, 6, 24];

/** Texts whose attempt was interrupted, whose next try is due, or of which the carrier owes news. Answers how many. */
export async function resumeTexts(messaging: Messaging): Promise<number> {
	const rows = await messaging.db
		.select()
		.from(messages)
		.where(and(isNotNull(messages.checkAt), lte(messages.checkAt, messaging.now())))
		.orderBy(asc(messages.checkAt))
		.limit(textsMax);
	for (const row of rows) {
		if (row.status === "pending") await settleText(messaging, row.id);
		else await askForNews(messaging, row);
	}
	return rows.length;
}

async function askForNews(messaging: Messaging, row: MessageRow): Promise<void> {
	const { db, carrier, now } = messaging;
	const { id, carrierId } = row;
	const found = carrierId === null ? null : await fetchMessage(carrier, carrierId);
	// A text that the carrier has forgotten has no news; a carrier that does not answer is asked again.
	if (found && !found.ok && found.problem.kind !== "not_found") return;
	const news = found?.ok ? found.value : null;
	if (carrierId !== null && news?.status) {
		const { status, errorCode } = news;
		if (await applyStatus(messaging, id, { carrierId, status, errorCode })) return;
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
