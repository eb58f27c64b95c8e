/** developers.cloudflare.com/workers-ai/platform/errors (2026-07-29); 5006 is the binding's own. */
const known: Readonly<Record<number, { status: number; words: string }>> = {
	3003: { status: 400, words: "Request is missing headers or body" },
	3006: { status: 413, words: "Request is too large" },
	3007: { status: 408, words: "Request timeout" },
	3008: { status: 408, words: "Request was aborted" },
	3023: { status: 403, words: "Service unavailable for account" },
	3036: {
		status: 429,
		words:
			"You have used up your daily free allocation of 10,000 neurons. Please upgrade to Cloudflare's Workers Paid plan if you would like to continue usage.",
	},
	3040: { status: 429, words: "Capacity temporarily exceeded, please try again." },
	5004: { status: 400, words: "Invalid data type for base64 input" },
	5006: { status: 400, words: "Error: oneOf at '/' not met" },
	5007: { status: 400, words: "No such model or task" },
	5035: { status: 403, words: "This model needs the Workers Paid plan" },
};
const codeByStatus: Readonly<Record<number, number>> = {
	400: 5006,
	403: 3023,
	408: 3007,
	413: 3006,
	429: 3040,
};

/** The code stands in the message, because own properties do not survive every way of calling. */
export class WorkersAiError extends Error {
	readonly code: number;
	readonly httpCode: number;

	constructor(code: number, words?: string, status?: number) {
		super(`${code}: ${words ?? known[code]?.words ?? "Unknown internal error"}`);
		this.name = "InferenceUpstreamError";
		this.code = code;
		this.httpCode = status ?? known[code]?.status ?? 500;
	}
}

/** 8000 stands for any internal error. */
export function errorOfStatus(status: number, code: number | undefined, body: unknown): WorkersAiError {
	const words = typeof body === "string" ? body : undefined;
	return new WorkersAiError(code ?? codeByStatus[status] ?? 8000, words, status);
}
