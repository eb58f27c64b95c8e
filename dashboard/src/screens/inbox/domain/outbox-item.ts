import type { ConversationMode } from "@cloudpbx/contracts/texts/conversations";
import type { Refusal } from "../../../api/refusal.ts";
import { backOff } from "../../../domain/back-off.ts";

/** How long a text can be taken back. */
export const undoMilliseconds = 5000;
/** How long it is tried, while there is a network. */
const patienceMilliseconds = 30_000;

/**
 * A text that the server does not have yet. `held`: it can be taken back. `sending`: asked, not answered. `waiting`: to be asked
 * again. `failed`: somebody has to decide.
 */
export interface OutboxItem {
	/** Chosen here, once: the same id is the same text, however often it is sent. */
	id: string;
	/** The id that the server gives it; null until it is sent. */
	messageId: string | null;
	/** The author: nobody else sends it. */
	personId: string | null;
	conversationId: string;
	text: string;
	state: "held" | "sending" | "waiting" | "failed";
	/** Milliseconds since 1970. When it is to be sent, or sent again. */
	dueAt: number;
	createdAt: number;
	/** When it was first sent since somebody last decided about it. */
	triedAt: number | null;
	attempts: number;
	/** Why it failed, or waits. */
	refusal: Refusal | null;
	/** The speaker before it was written. */
	modeBefore: ConversationMode;
}

export function holdText(
	text: Pick<OutboxItem, "id" | "personId" | "conversationId" | "text" | "modeBefore">,
	now: number,
	delayMilliseconds: number,
): OutboxItem {
	const dueAt = now + delayMilliseconds;
	return {
		...text,
		messageId: null,
		state: "held",
		dueAt,
		createdAt: now,
		triedAt: null,
		attempts: 0,
		refusal: null,
	};
}

/** Those to be sent now: of each conversation the first that is not done, so that its texts go in their order. */
export function findDue(items: readonly OutboxItem[], now: number): OutboxItem[] {
	return findFirsts(items).filter(
		({ state, dueAt }) => (state === "held" || state === "waiting") && dueAt <= now,
	);
}

/** When something is due next; null: nothing is. */
export function findNextDue(items: readonly OutboxItem[]): number | null {
	const dues = findFirsts(items).filter(({ state }) => state === "held" || state === "waiting");
	return dues.length > 0 ? Math.min(...dues.map(({ dueAt }) => dueAt)) : null;
}

function findFirsts(items: readonly OutboxItem[]): OutboxItem[] {
	const firsts = new Map<string, OutboxItem>();
	for (const item of items) {
		if (item.state !== "failed" && !firsts.has(item.conversationId)) firsts.set(item.conversationId, item);
	}
	return [...firsts.values()];
}

export function startSending(item: OutboxItem, now: number): OutboxItem {
	return { ...item, state: "sending", triedAt: item.triedAt ?? now, attempts: item.attempts + 1 };
}

/** What becomes of it when it was not taken. `random` is between 0 and 1. */
export function afterRefusal(
	item: OutboxItem,
	refusal: Refusal,
	around: { now: number; isOnline: boolean; random: number },
): OutboxItem {
	const { now, isOnline, random } = around;
	// Without a network nobody has been asked: the time does not count.
	const triedAt = isOnline ? (item.triedAt ?? now) : now;
	const isPassing = isOnline
		? mayPass(refusal) && now - triedAt < patienceMilliseconds
		: refusal.code === "offline";
	if (!isPassing) return { ...item, state: "failed", triedAt, refusal };
	const wait = (refusal.retryAfterSeconds ?? 0) * 1000 || backOff(item.attempts - 1, random);
	return { ...item, state: "waiting", triedAt, dueAt: now + wait, refusal };
}

/** Somebody wants it to be tried once more. */
export function tryAgain(item: OutboxItem, now: number): OutboxItem {
	return { ...item, state: "waiting", dueAt: now, triedAt: null, attempts: 0, refusal: null };
}

/** As it is found after the page was loaded again: what was under way or held then is sent now. */
export function resume(item: OutboxItem, now: number): OutboxItem {
	return item.state === "failed"
		? item
		: { ...item, state: "waiting", dueAt: now, triedAt: null, attempts: 0 };
}

/** Whether the same question may get another answer soon. */
function mayPass({ code, retryAfterSeconds }: Refusal): boolean {
	if (retryAfterSeconds !== null) return retryAfterSeconds * 1000 <= patienceMilliseconds;
	return code === "offline" || code === "upstream_unavailable" || code === "internal";
}
