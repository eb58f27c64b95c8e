import { messageEvents } from "@cloudpbx/db/schema/messaging";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { dailyLimitCodes } from "@cloudpbx/twilio/message-errors";
import { and, eq, inArray } from "drizzle-orm";
import { confirmationMilliseconds } from "../consent/answer-consent.ts";
import type { Context } from "../context.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { attemptsMax, type RefusedText } from "./plan-retry.ts";

/** Counts attempts that met a daily limit by their events, only when the count matters. */
export async function readRefusedText({ db, now }: Context, row: MessageRow): Promise<RefusedText> {
	const matters =
		row.attempts >= attemptsMax || now().getTime() - row.createdAt.getTime() > dayMilliseconds / 2;
	const limitedAttempts = matters
		? await db.$count(
				messageEvents,
				and(
					eq(messageEvents.messageId, row.id),
					eq(messageEvents.kind, "not_accepted"),
					inArray(messageEvents.errorCode, dailyLimitCodes),
				),
			)
		: 0;
	return {
		author: row.author,
		createdAt: row.createdAt,
		attempts: row.attempts - limitedAttempts,
		limitedAttempts,
		ageMaxMilliseconds: row.isConfirmation ? confirmationMilliseconds : null,
	};
}
