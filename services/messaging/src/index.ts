import { runCron } from "./cron.ts";
import { http } from "./http.ts";
import { consumeQueue } from "./queue.ts";

export { LiveFeed } from "./live/live-feed.ts";
export { MessagingService } from "./rpc.ts";

export default {
	fetch: http.fetch,
	queue: consumeQueue,
	scheduled: runCron,
} satisfies ExportedHandler<MessagingEnv>;
