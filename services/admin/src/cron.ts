import { markCron } from "@cloudpbx/db/mark-work";
import { openDb } from "@cloudpbx/db/open-db";
import { log } from "@cloudpbx/kit/log";
import type { Bindings } from "./env.ts";
import { sweep } from "./operations/sweep.ts";

/** Once a day. Running twice does no harm. */
export async function runCron(_controller: ScheduledController, env: Bindings): Promise<void> {
	const db = openDb(env.DB);
	log.info("swept", await sweep(db, env, new Date()));
	await markCron(db, "admin", new Date());
}
