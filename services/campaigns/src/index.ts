import { runCron } from "./cron.ts";
import { consumeQueue } from "./queue.ts";

export { CampaignsService } from "./rpc.ts";

/** Reached over service bindings only. */
export default {
	fetch: () => new Response("This Worker has no public address.", { status: 404 }),
	queue: consumeQueue,
	scheduled: runCron,
} satisfies ExportedHandler<CampaignsEnv>;
