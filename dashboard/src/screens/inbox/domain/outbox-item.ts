import type { ConversationMode } from "@cloudpbx/contracts/texts/conversations";
import type { Refusal } from "../../../api/refusal.ts";
import { backOff } from "../../../domain/back-off.ts";

/** Time in which a text can be taken back. */
export const undoMilliseconds = 5000;
/** Retries end after this time, not counting time without a network. */
const patienceMilliseconds = 30_000;

/**
 * A text that the server does not have yet. `held`: can be taken back. `sending`: no answer yet. `waiting`: will be
 * retried. `failed`: a person has to decide.
 */
export interface OutboxItem {
	/** Chosen by the browser: sending the same id again is the same text. */
	id: string;
	messageId: string | null;
	personId: string | null;
	conversationId: string;
	text: string;
	state: "held" | "sending" | "waiting" | "failed";
	dueAt: number;
	createdAt: number;
	/** The first try since a person last decided about it. */
	triedAt: number | null;
	attempts: number;
	refusal: Refusal | null;
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

/** One per conversation, so that its texts keep their order. */
export function findDue(items: readonly OutboxItem[], now: number): OutboxItem[] {
	return findFirsts(items).filter(
		({ state, dueAt }) => (state === "held" || state === "waiting") && dueAt <= now,
	);
}

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

/** The item after a refusal. `random` is between 0 and 1. */
export function afterRefusal(
	item: OutboxItem,
	refusal: Refusal,
	around: { now: number; isOnline: boolean; random: number },
): OutboxItem {
	const { now, isOnline, random } = around;
	// Time without a network does not count.
	const triedAt = isOnline ? (item.triedAt ?? now) : now;
	const isPassing = isOnline
		? mayPass(refusal) && now - triedAt < patienceMilliseconds
		: refusal.code === "offline";
	if (!isPassing) return { ...item, state: "failed", triedAt, refusal };
	const wait = (refusal.retryAfterSeconds ?? 0) * 1000 || backOff(item.attempts - 1, random);
	return { ...item, state: "waiting", triedAt, dueAt: now + wait, refusal };
}

export function tryAgain(item: OutboxItem, now: number): OutboxItem {
	return { ...item, state: "waiting", dueAt: now, triedAt: null, attempts: 0, refusal: null };
}

/** After a reload: what was held or being sent is sent now. */
export function resume(item: OutboxItem, now: number): OutboxItem {
	return item.state === "failed"
		? item
		: { ...item, state: "waiting", dueAt: now, triedAt: null, attempts: 0 };
}

function mayPass({ code, retryAfterSeconds }: Refusal): boolean {
	if (retryAfterSeconds !== null) return retryAfterSeconds * 1000 <= patienceMilliseconds;
	return code === "offline" || code === "upstream_unavailable" || code === "internal";
}
