import { dropBody } from "@cloudpbx/kit/drop-body";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { findGreetingFile } from "../domain/greetings/greeting-file.ts";

/** Unsigned: the hash in the name is the secret. Any other path or method is 404. */
export async function serveGreeting({ audio }: Context, request: Request): Promise<Response> {
	const file = request.method === "GET" ? findGreetingFile(new URL(request.url).pathname) : null;
	if (file === null) {
		await dropBody(request);
		return answer("There is no such sound.", 404);
	}
	try {
		const object = await audio.get(file.key);
		if (object === null) return answer("There is no such sound.", 404);
		return new Response(object.body, {
			headers: {
				"content-type": file.contentType,
				"content-length": String(object.size),
				"cache-control": "public, max-age=31536000, immutable",
				"x-content-type-options": "nosniff",
				etag: object.httpEtag,
			},
		});
	} catch (error) {
		log.error("greeting_not_served", { reason: describeError(error) });
		return answer("The sound cannot be read at the moment.", 503);
	}
}

function answer(words: string, status: number): Response {
	return new Response(words, { status, headers: { "cache-control": "no-store" } });
}
