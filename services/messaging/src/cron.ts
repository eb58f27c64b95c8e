import { openMessaging } from "./open-messaging.ts";
import { sweep } from "./operations/sweep/sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: MessagingEnv,
	context: ExecutionContext,
): Promise<void> {
	await sweep(openMessaging(env, context));
}
