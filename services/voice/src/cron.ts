import { markCron } from "@cloudpbx/db/mark-work";
import { createContext } from "./context.ts";
import { sweep } from "./sweep/sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: VoiceEnv,
	execution: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
	const ctx = createContext(env, execution);
	await sweep(ctx);
	await markCron(ctx.db, "voice", ctx.now());
}
