import type { Result } from "@cloudpbx/contracts/errors";
import type { Context } from "hono";
import type { ApiEnv } from "../../env.ts";
import { type FileRequest, readStoredFile, type ServedAs } from "../../operations/files/read-stored-file.ts";
import { unwrap } from "../../refusal-error.ts";

export function fileAnswers<Content extends object>(what: "file" | "sound", content: Content) {
	return {
		200: { description: `The whole ${what}.`, content },
		206: { description: "The part that `Range` asked for.", content },
		304: { description: "As the caller has it." },
		416: { description: "The part begins after the end of the file. `Content-Range` has the size." },
	};
}

export async function respondWithStoredFile(
	c: Context<ApiEnv>,
	{ bucket, key }: { bucket: R2Bucket; key: string },
	servedAs: ServedAs,
	missing: Result<never>,
) {
	const answer = await readStoredFile(bucket, key, fileRequestOf(c), servedAs);
	if (answer === null) return unwrap(missing);
	return answer.body === null
		? c.body(null, answer.status, answer.headers)
		: c.body(answer.body, answer.status, answer.headers);
}

function fileRequestOf(c: Context<ApiEnv>): FileRequest {
	return {
		isHead: c.req.raw.method === "HEAD",
		range: c.req.header("range"),
		ifRange: c.req.header("if-range"),
		ifNoneMatch: c.req.header("if-none-match"),
	};
}
