import type { Message, RefusalCode } from "@cloudpbx/contracts/texts/messages";

const passing: readonly (RefusalCode | null)[] = ["too_many", "quiet_hours"];
/** Carrier errors that a retry may avoid. Others concern the number, the words or our account. */
const temporary = [
	20429, 21611, 30001, 30003, 30008, 30017, 30020, 30021, 30022, 30023, 30027, 30035, 30410, 30500, 63017,
	63018, 63038,
];

export function hasFailed({ direction, status }: Pick<Message, "direction" | "status">): boolean {
	return (
		direction === "outbound" && (status === "failed" || status === "undelivered" || status === "refused")
	);
}

export function canTryAgain(
	message: Pick<Message, "direction" | "status" | "refusal" | "errorCode" | "author">,
): boolean {
	if (!hasFailed(message) || message.author === "campaign") return false;
	if (message.status === "refused") return passing.includes(message.refusal);
	return message.errorCode === null || temporary.includes(message.errorCode);
}

export function findNewestSent(messages: readonly Message[]): Message | undefined {
	return messages.findLast(({ direction }) => direction === "outbound");
}
