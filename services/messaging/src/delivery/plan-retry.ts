import type { MessageAuthor } from "@cloudpbx/contracts/texts/messages";
import { hourMilliseconds, minuteMilliseconds } from "@cloudpbx/domain/time-units";
import type { MessageError } from "@cloudpbx/twilio/message-errors";

/** Maximum attempts per text. Attempts that met a daily limit do not count. */
export const attemptsMax = 6;

/** Maximum wait of a text that no person wrote: an automatic answer hours later does harm. */
const automaticWaitMilliseconds = 15 * minuteMilliseconds;
/** Maximum time between two attempts under a daily limit, whose end the carrier does not tell. */
const limitProbeMilliseconds = hourMilliseconds;
const staleMilliseconds = 24 * hourMilliseconds;
/** Maximum age of a text that a daily limit holds back. The limit looks back 24 hours. */
const limitedMilliseconds = 72 * hourMilliseconds;

export interface RefusedText {
	author: MessageAuthor;
	createdAt: Date;
	/** Attempts without a daily limit, and attempts that met one. */
	attempts: number;
	limitedAttempts: number;
	/** Maximum age of this text; null: the general limits apply. */
	ageMaxMilliseconds: number | null;
}

/** Null: never again. */
export function planRetry(
	text: RefusedText,
	{ isDailyLimit = false, waitSeconds = 0 }: MessageError,
	retryBaseSeconds: number,
	now: Date,
): Date | null {
	const tries = isDailyLimit ? text.attempts + text.limitedAttempts : text.attempts;
	const backOff = retryBaseSeconds * 1000 * 2 ** Math.min(tries - 1, 20);
	const wait = isDailyLimit
		? Math.min(limitProbeMilliseconds, backOff)
		: Math.max(waitSeconds * 1000, backOff);
	const isAutomatic = text.author === "assistant" || text.author === "system";
	if (isAutomatic && (isDailyLimit || wait > automaticWaitMilliseconds)) return null;
	if (!isDailyLimit && text.attempts >= attemptsMax) return null;
	const at = new Date(now.getTime() + wait);
	return isTooOld(text, isDailyLimit, at) ? null : at;
}

export function isTooOld(
	{
		createdAt,
		limitedAttempts,
		ageMaxMilliseconds,
	}: Pick<RefusedText, "createdAt" | "limitedAttempts" | "ageMaxMilliseconds">,
	isHeldByLimit: boolean,
	at: Date,
): boolean {
	const isLimited = isHeldByLimit || limitedAttempts > 0;
	const ageMax = ageMaxMilliseconds ?? (isLimited ? limitedMilliseconds : staleMilliseconds);
	return at.getTime() - createdAt.getTime() > ageMax;
}
