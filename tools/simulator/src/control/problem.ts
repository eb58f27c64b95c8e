import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal of the control API, answered as RFC 9457 problem+json. */
export class Problem extends Error {
	override name = "Problem";
	readonly status: ContentfulStatusCode;

	constructor(status: ContentfulStatusCode, detail: string) {
		super(detail);
		this.status = status;
	}
}

const TITLES: Readonly<Record<number, string>> = {
	400: "Bad request",
	404: "Not found",
	409: "Conflict",
	500: "Internal error",
};

export function answerProblem(error: Error, context: Context): Response {
	const status = error instanceof Problem ? error.status : 500;
	if (status === 500) console.error("simulated network:", error);
	const body = { type: "about:blank", title: TITLES[status] ?? "Error", status, detail: error.message };
	return context.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}
