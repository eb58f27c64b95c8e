import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

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

/** `answerRestError` completes the message with the path of the request. */
export class ResourceNotFound extends RestError {
	override name = "ResourceNotFound";

	constructor() {
		super(404, 20404, "The requested resource was not found");
	}
}

export function restErrorBody(status: number, code: number, message: string): Record<string, unknown> {
	return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

/** The context must be that of the application's own request. */
export function answerRestError(error: Error, context: Context): Response {
	if (!(error instanceof RestError)) console.error("simulated network:", error);
	const { status, code, message } =
		error instanceof RestError ? error : new RestError(500, 20500, `Internal Server Error: ${error.message}`);
	const words = error instanceof ResourceNotFound ? nameResource(context) : message;
	return context.json(restErrorBody(status, code, words), status);
}

/** Twilio's paths begin with the API's version. */
function nameResource(context: Context): string {
	const path = new URL(context.req.url).pathname.replace(/^.*?(?=\/(2010-04-01|v\d+)(\/|$))/, "");
	return `The requested resource ${path} was not found`;
}
