import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal as Twilio's REST API words it. */
export class RestError extends Error {
	override name = "RestError";
	readonly status: ContentfulStatusCode;
	readonly code: number;

	constructor(status: ContentfulStatusCode, code: number, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

export function notFound(path: string): RestError {
	return new RestError(404, 20404, `The requested resource ${path} was not found`);
}

export function restErrorBody(status: number, code: number, message: string): Record<string, unknown> {
	return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

export function answerRestError(error: Error, context: Context): Response {
	if (!(error instanceof RestError)) console.error("simulated network:", error);
	const { status, code, message } =
		error instanceof RestError ? error : new RestError(500, 20500, `Internal Server Error: ${error.message}`);
	return context.json(restErrorBody(status, code, message), status);
}
