import type { Db } from "@cloudpbx/db/open-db";
import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { Context } from "hono";
import type { ApiEnv } from "../env.ts";
import type { Holder } from "./holder.ts";

type Statements = readonly BatchItem<"sqlite">[];

/** What a route reads in the round trip that finds out who asks. */
export interface Alongside<Made extends Statements = Statements> {
	/** The caller is not known yet: what not everybody may read stands on `holder`. */
	statements(at: { db: Db; holder: Holder; now: Date }): Made;
	/** What the statements found, for the handler of the route that declares them. */
	of(c: Context<ApiEnv>): BatchResponse<Made>;
}

export function readAlongside<const Made extends Statements>(
	statements: Alongside<Made>["statements"],
): Alongside<Made> {
	return { statements, of: (c) => c.get("alongside") as BatchResponse<Made> };
}
