import type { LiveEvent } from "@cloudpbx/contracts/live";
import { describeError, log } from "@cloudpbx/kit/log";

/** What this Worker needs of the feed's namespace. */
export interface LiveFeeds {
	getByName(name: string): unknown;
}

/** Never fails: what is lost here is seen when a page is read again. */
export async function publishLive(feeds: LiveFeeds, events: LiveEvent[]): Promise<void> {
	if (events.length === 0) return;
	try {
		const feed = feeds.getByName("company") as { publish(events: LiveEvent[]): Promise<void> };
		await feed.publish(events);
	} catch (error) {
		log.warn("live_not_published", { count: events.length, reason: describeError(error) });
	}
}
