import type { Message, RefusalCode } from "@cloudpbx/contracts/texts/messages";

/** Refusals of the send gate that end by themselves. */
const passing: readonly (RefusalCode | null)[] = ["too_many", "quiet_hours"];
/**
 * Errors of the carrier that the next try may not meet: a full queue, a phone that is off, a network that gave no reason, a rate or a
 * day's limit. Others say something about the number, the words or our account, which stay as they are.
 */
const temporary = [
	20429, 21611, 30001, 30003, 30008, 30017, 30020, 30021, 30022, 30023, 30027, 30035, 30410, 30500, 63017,
	63018, 63038,
];

export function hasFailed({ direction, status }: Pick<Message, "direction" | "status">): boolean {
	return (
		direction === "outbound" && (status === "failed" || status === "undelivered" || status === "refused")
	);
}

/** Whether the same words may arrive when they are sent once more. */
export function canTryAgain(
	message: Pick<Message, "direction" | "status" | "refusal" | "errorCode" | "author">,
): boolean {
	if (!hasFailed(message) || message.author === "campaign") return false;
	if (message.status === "refused") return passing.includes(message.refusal);
	return message.errorCode === null || temporary.includes(message.errorCode);
}

/** Their delivery is told: the newest of ours, and every one that did not arrive. */
export function findNewestSent(messages: readonly Message[]): Message | undefined {
	return messages.findLast(({ direction }) => direction === "outbound");
}
