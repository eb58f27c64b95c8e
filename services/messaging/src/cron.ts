import { markCron } from "@cloudpbx/db/mark-work";
import { openMessaging } from "./open-messaging.ts";
import { sweep } from "./sweep/sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: MessagingEnv,
	context: ExecutionContext,
): Promise<void> {
	const messaging = openMessaging(env, context);
	await sweep(messaging);
	await markCron(messaging.db, "messaging", messaging.now());
}
