import type { Context } from "hono";
import type { ApiEnv } from "../../env.ts";
import type { FileAnswer, FileRequest } from "../../operations/files/read-stored-file.ts";

export function fileRequestOf(c: Context<ApiEnv>): FileRequest {
	return {
		isHead: c.req.raw.method === "HEAD",
		range: c.req.header("range"),
		ifRange: c.req.header("if-range"),
		ifNoneMatch: c.req.header("if-none-match"),
	};
}

export function respondWithFile(c: Context<ApiEnv>, answer: FileAnswer) {
	return answer.body === null
		? c.body(null, answer.status, answer.headers)
		: c.body(answer.body, answer.status, answer.headers);
}
