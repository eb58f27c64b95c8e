import type { Hono } from "hono";
import { hc } from "hono/client";
import type { ApiTable } from "./table/api-table.ts";

/** Hono's typed client. Path parameters that are no plain ids have to be encoded by whoever names them. */
export const { api } = hc<Hono<object, ApiTable, "/">>("/");

/** For readings, which stop when nobody waits for them any more; changes never do. */
export function until(signal: AbortSignal | undefined) {
	return { init: signal ? { signal } : {} };
}
