import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

export class Problem extends Error {
	override name = "Problem";
	readonly status: ContentfulStatusCode;

	constructor(status: ContentfulStatusCode, detail: string) {
		super(detail);
		this.status = status;
	}
}

const titles: Readonly<Record<number, string>> = {
	400: "Bad request",
	403: "Forbidden",
	404: "Not found",
	409: "Conflict",
	500: "Internal error",
};

export const problemType = "application/problem+json";

export function describeProblem(status: ContentfulStatusCode, detail: string) {
	return { type: "about:blank", title: titles[status] ?? "Error", status, detail };
}

export function answerProblem(error: Error, context: Context): Response {
	const status = error instanceof Problem ? error.status : 500;
	if (status === 500) console.error("simulated network:", error);
	const body = JSON.stringify(describeProblem(status, error.message));
	return context.body(body, status, { "content-type": problemType });
}
