import { markCron } from "@cloudpbx/db/mark-work";
import { log } from "@cloudpbx/kit/log";
import { createContext } from "./context.ts";
import type { Bindings } from "./env.ts";
import { continueErasures } from "./operations/contacts/erase-person.ts";
import { sweep } from "./operations/system/sweep.ts";

/** Same as in wrangler.jsonc. */
const erasureCron = "*/5 * * * *";

/** Continues erasures every five minutes and cleans up once a day. Running twice does no harm. */
export async function runCron({ cron }: ScheduledController, env: Bindings): Promise<void> {
	const erased = await continueErasures(createContext(env));
	if (erased > 0) log.info("erased", { erased });
	if (cron === erasureCron) return;
	const ctx = createContext(env);
	log.info("swept", await sweep(ctx));
	await markCron(ctx.db, "admin", new Date());
}
