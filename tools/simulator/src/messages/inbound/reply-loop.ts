import { readOptions } from "../../options.ts";
import type { MessageContext } from "../message-context.ts";

const gapMilliseconds = 30_000;

/** Replies between two numbers, each within 30 seconds: https://www.twilio.com/docs/errors/14107 */
export function isReplyLoop(ctx: MessageContext, from: string, to: string): boolean {
	const { repliesInARowMax } = readOptions(ctx.sql);
	const latest = ctx.messages.page(
		[
			["doc ->> 'from' = ?", from],
			["doc ->> 'to' = ?", to],
			["doc ->> 'direction' = 'outbound-reply'"],
			["doc ->> 'isListed' = 1"],
		],
		repliesInARowMax,
		0,
	);
	if (latest.length < repliesInARowMax) return false;
	const instants = [ctx.clock.now(), ...latest.map(({ acceptedClockMs }) => acceptedClockMs)];
	return instants.every((instant, index) => instant - (instants[index + 1] ?? instant) < gapMilliseconds);
}
