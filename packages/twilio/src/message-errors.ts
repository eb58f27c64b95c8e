import { type AccountProblem, accountCodes } from "./codes/account-codes.ts";
import { messageCodes } from "./codes/message-codes.ts";
import type { MessageError } from "./codes/message-error.ts";
import { pageOfCode, readCodes } from "./codes/read-codes.ts";

export type { MessageError } from "./codes/message-error.ts";

const messageRows = readCodes(messageCodes, ([codes]) => codes);
const accountRows = readCodes(accountCodes, ([codes]) => codes);

const tooManyRequests = 20429;

/** What it means for a text that the account lacks something. */
const ofAccount: Record<AccountProblem, Omit<MessageError, "words">> = {
	credentials: { problem: "configuration" },
	inactive: { problem: "configuration" },
	trial: { problem: "configuration" },
	retry: { problem: "later", waitSeconds: 60 },
	request: { problem: "content" },
};

/** Twilio's code of a text that was refused or failed; 0: it gave none. Unknown codes name Twilio's page about them. */
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

/** Codes that say that so many texts a day are allowed and are used up. */
export const dailyLimitCodes: number[] = [...messageRows].flatMap(([code, [, , , flags]]) =>
	flags?.isDailyLimit ? code : [],
);

/** What a refusal means that may have come without a code; then the kind of the answer tells. */
export function explainMessageRefusal(refusal: {
	code: number | null;
	isRateLimited: boolean;
	isUnauthenticated: boolean;
}): MessageError & { errorCode: number } {
	const { code, isRateLimited, isUnauthenticated } = refusal;
	const errorCode = code ?? (isRateLimited ? tooManyRequests : isUnauthenticated ? 20003 : 0);
	return { errorCode, ...explainMessageError(errorCode) };
}

/** When a text that was refused at `at` may succeed by itself at the latest; null: never. */
export function retryTimeOf({ waitSeconds, endsAtMidnightIn }: MessageError, at: Date): Date | null {
	if (waitSeconds === undefined) return null;
	if (endsAtMidnightIn === undefined) return new Date(at.getTime() + waitSeconds * 1000);
	return nextMidnight(at, endsAtMidnightIn);
}

const hourMilliseconds = 60 * 60 * 1000;

/** Twice a year a day has 23 or 25 hours, so the hours are counted by the zone's own clock. */
function nextMidnight(at: Date, timeZone: string): Date {
	const hourOf = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" });
	const firstHour = Math.floor(at.getTime() / hourMilliseconds) + 1;
	for (let hour = firstHour; hour < firstHour + 26; hour++) {
		const instant = new Date(hour * hourMilliseconds);
		if (hourOf.format(instant) === "00") return instant;
	}
	return new Date(at.getTime() + 24 * hourMilliseconds);
}
