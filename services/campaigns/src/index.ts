import { runCron } from "./cron.ts";
import { consumeQueue } from "./queue.ts";

export { CampaignsService } from "./rpc.ts";

/** Reached only over service bindings. */
export default {
	fetch: () => new Response("This Worker has no public address.", { status: 404 }),
	queue: consumeQueue,
	scheduled: runCron,
} satisfies ExportedHandler<CampaignsEnv>;
