import { markCron } from "@cloudpbx/db/mark-work";
import { openDb } from "@cloudpbx/db/open-db";
import { log } from "@cloudpbx/kit/log";
import type { Bindings } from "./env.ts";
import { continueErasures } from "./operations/contacts/erase-person.ts";
import { sweep } from "./operations/system/sweep.ts";

/** As in wrangler.jsonc. */
const erasureCron = "*/5 * * * *";

/** Every five minutes what is left of erasures; the rest once a day. Running twice does no harm. */
export async function runCron({ cron }: ScheduledController, env: Bindings): Promise<void> {
	const db = openDb(env.DB);
	const erased = await continueErasures(db, env);
	if (erased > 0) log.info("erased", { erased });
	if (cron === erasureCron) return;
	log.info("swept", await sweep(db, env, new Date()));
	await markCron(db, "admin", new Date());
}
