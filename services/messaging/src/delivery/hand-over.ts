import { log } from "@cloudpbx/kit/log";
import { statusPathOf } from "@cloudpbx/twilio/message-webhooks";
import { createMessage, type SendOutcome } from "@cloudpbx/twilio/rest/messages";
import type { Context } from "../context.ts";
import { messageEvent } from "../live/live-events.ts";
import type { MessageRow } from "../texts/message-row.ts";
import type { Attempt } from "./attempt.ts";
import { OutcomeWriter } from "./outcome-writer.ts";

/** Maximum parallel requests to the carrier: an invocation has six connections. */
export const requestsMax = 5;

/** A result that cannot be stored leaves the attempt open; `settleText` finds it out later. */
export async function handOver(ctx: Context, attempts: readonly Attempt[]): Promise<Map<string, MessageRow>> {
	const waiting = [...attempts];
	const done = new Map<string, MessageRow>();
	const outcomes = new OutcomeWriter(ctx);
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			done.set(next.id, await outcomes.record(next, await askCarrier(ctx, next)));
		}
	};
	await Promise.all(Array.from({ length: requestsMax }, work));
	// A campaign announces itself, not each of its texts.
	ctx.announce([...done.values()].filter(({ campaignId }) => campaignId === null).map(messageEvent));
	return done;
}

export async function askCarrier(ctx: Context, row: Attempt): Promise<SendOutcome> {
	const outcome = await createMessage(ctx.carrier, {
		from: row.fromNumber,
		to: row.toNumber,
		body: row.body,
		statusUrl: `${ctx.publicUrl}${statusPathOf(row.id)}`,
	});
	const fields = { messageId: row.id, author: row.author, attempt: row.attempts, outcome: outcome.kind };
	if (outcome.kind === "accepted") log.info("text_sent", fields);
	else log.warn("text_not_sent", { ...fields, code: outcome.kind === "refused" ? outcome.code : null });
	return outcome;
}
