import type { Db } from "@cloudpbx/db/open-db";
import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { Context } from "hono";
import type { ApiEnv } from "../env.ts";
import type { Holder } from "./holder.ts";

type Statements = readonly BatchItem<"sqlite">[];

export interface Alongside<Made extends Statements = Statements> {
	/** The caller is not known yet: restricted rows must be joined to `holder`. */
	statements(at: { db: Db; holder: Holder; now: Date }): Made;
	of(c: Context<ApiEnv>): BatchResponse<Made>;
}

export function readAlongside<const Made extends Statements>(
	statements: Alongside<Made>["statements"],
): Alongside<Made> {
	return { statements, of: (c) => c.get("alongside") as BatchResponse<Made> };
}
