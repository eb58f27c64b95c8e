import type { Hono } from "hono";
import { hc } from "hono/client";
import type { ApiTable } from "./table/api-table.ts";

/** Hono's typed client. The caller encodes path parameters that are not plain ids. */
export const { api } = hc<Hono<object, ApiTable, "/">>("/");

/** Aborts readings that no view needs any more. Changes are never aborted. */
export function until(signal: AbortSignal | undefined) {
	return { init: signal ? { signal } : {} };
}
