import type { SendProblem } from "@cloudpbx/contracts/sending";

/** Error 20429: asked too much at once. */
const rateLimited = 20429;
/** Error 20003: who we are was not accepted. */
const unauthenticated = 20003;

export interface ExplainedRefusal {
	errorCode: number;
	problem: SendProblem;
	words: string;
	waitSeconds: number;
	isOptOut: boolean;
}

/** What a refusal of the carrier means, also where it gave no code. `explain` knows the carrier's codes. */
export function explainRefusal(
	refusal: { code: number | null; isRateLimited: boolean; isUnauthenticated: boolean },
	explain: (code: number) => {
		problem: SendProblem;
		words: string;
		waitSeconds?: number;
		isOptOut?: boolean;
	},
): ExplainedRefusal {
	const { code, isRateLimited, isUnauthenticated } = refusal;
	const errorCode = code ?? (isRateLimited ? rateLimited : isUnauthenticated ? unauthenticated : 0);
	const { problem, words, waitSeconds = 0, isOptOut = false } = explain(errorCode);
	return { errorCode, problem, words, waitSeconds, isOptOut };
}
