import type { PageQuery } from "@cloudpbx/contracts/api/page";
import type { Result } from "@cloudpbx/contracts/errors";
import type { Context } from "hono";
import * as z from "zod";
import { askService } from "../ask-service.ts";
import { type CallerContext, createContext } from "../context.ts";
import { decodeCursor } from "../domain/lists/cursor.ts";
import type { ApiEnv } from "../env.ts";
import type { PageRequest } from "../operations/lists/page.ts";
import type { Counted } from "../operations/sign-in/count-attempt.ts";
import { badField, RefusalError, unwrap } from "../refusal-error.ts";

/** Context of a request behind a guard. */
export function contextOf(c: Context<ApiEnv>): CallerContext {
	const principal = c.get("principal");
	return { ...publicContextOf(c), principal, actor: principal };
}

export function publicContextOf(c: Context<ApiEnv>) {
	return createContext(c.env, c.get("requestId"));
}

export async function readFrom<Value>(service: string, answer: PromiseLike<Result<Value>>): Promise<Value> {
	return unwrap(await askService(service, answer));
}

/** `kind` is the type of the list's sort key: number for times, string for names. */
export function pageOfQuery({ limit, cursor }: PageQuery, kind: "number" | "string"): PageRequest {
	if (cursor === undefined) return { limit, cursor: null };
	const decoded = decodeCursor(cursor, kind);
	if (decoded === null) {
		throw badField({ in: "query", field: "cursor", message: "This cursor belongs to another list." });
	}
	return { limit, cursor: decoded };
}

/** Opaque; an unknown id is not found. */
export const IdParam = z.object({ id: z.string().min(1).max(100) });

/** Too many tries are answered with `retry-after`. */
export function unwrapCounted<Value>(answer: Counted<Value>): Value {
	if (answer.ok || answer.retryAfterSeconds === undefined) return unwrap(answer);
	throw new RefusalError(answer.error, { headers: { "retry-after": String(answer.retryAfterSeconds) } });
}
