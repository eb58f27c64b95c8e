import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { type AccountProblem, accountCodes } from "./codes/account-codes.ts";
import { messageCodes } from "./codes/message-codes.ts";
import type { MessageError } from "./codes/message-error.ts";
import { pageOfCode, readCodes } from "./codes/read-codes.ts";

export type { MessageError } from "./codes/message-error.ts";

const messageRows = readCodes(messageCodes, ([codes]) => codes);
const accountRows = readCodes(accountCodes, ([codes]) => codes);

const tooManyRequests = 20429;

const ofAccount: Record<AccountProblem, Omit<MessageError, "words">> = {
	credentials: { problem: "configuration" },
	inactive: { problem: "configuration" },
	trial: { problem: "configuration" },
	retry: { problem: "later", waitSeconds: 60 },
	request: { problem: "content" },
};

/** `code` 0: Twilio gave none. Words about an unknown code name Twilio's page. */
export function explainMessageError(code: number): MessageError {
	const row = messageRows.get(code);
	if (row) {
		const [, problem, words, flags] = row;
		return { problem, words, ...flags };
	}
	const account = accountRows.get(code);
	if (account) {
		const [, problem, words] = account;
		const rate = code === tooManyRequests && { isTooFast: true, isOurLimit: true, waitSeconds: 30 };
		return { ...ofAccount[problem], words, ...rate };
	}
	return { problem: "content", words: explainUnknown(code) };
}

function explainUnknown(code: number): string {
	if (code === 0)
		return "The carrier refused the text and gave no reason. Try again; if it stays so, ask Twilio's support.";
	return `The carrier refused the text with error ${code}. Look it up at ${pageOfCode(code)}, or ask Twilio's support.`;
}

/** Codes of a used-up daily limit. */
export const dailyLimitCodes: number[] = [...messageRows].flatMap(([code, [, , , flags]]) =>
	flags?.isDailyLimit ? code : [],
);

/** Explains a refusal. Without a code, the kind of the answer decides. */
export function explainMessageRefusal(refusal: {
	code: number | null;
	isRateLimited: boolean;
	isUnauthenticated: boolean;
}): MessageError & { errorCode: number } {
	const { code, isRateLimited, isUnauthenticated } = refusal;
	const errorCode = code ?? (isRateLimited ? tooManyRequests : isUnauthenticated ? 20003 : 0);
	return { errorCode, ...explainMessageError(errorCode) };
}

/** The latest instant at which the text may succeed by itself; null: never. */
export function retryTimeOf({ waitSeconds, endsAtMidnightIn }: MessageError, at: Date): Date | null {
	if (waitSeconds === undefined) return null;
	if (endsAtMidnightIn === undefined) return new Date(at.getTime() + waitSeconds * 1000);
	return nextMidnight(at, endsAtMidnightIn);
}

/** A day has 23 or 25 hours twice a year, so the zone's clock counts. */
function nextMidnight(at: Date, timeZone: string): Date {
	const hourOf = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" });
	const firstHour = Math.floor(at.getTime() / hourMilliseconds) + 1;
	for (let hour = firstHour; hour < firstHour + 26; hour++) {
		const instant = new Date(hour * hourMilliseconds);
		if (hourOf.format(instant) === "00") return instant;
	}
	return new Date(at.getTime() + 24 * hourMilliseconds);
}
