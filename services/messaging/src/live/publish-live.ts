import type { LiveNews } from "@cloudpbx/contracts/news/live";
import { Gathering } from "@cloudpbx/kit/gathering";
import { describeError, log } from "@cloudpbx/kit/log";

export interface LiveFeeds {
	getByName(name: string): unknown;
}

const gathering = new Gathering<LiveNews>();

/** Joins the news of parallel requests of this isolate, because each call costs the feed a request. */
export function publishTogether(feeds: LiveFeeds, news: LiveNews[]): Promise<void> {
	return gathering.add(news, (gathered) => publishLive(feeds, gathered));
}

export async function forgetFrames(feeds: LiveFeeds, number: string): Promise<void> {
	const feed = feeds.getByName("company") as { forget(number: string): Promise<void> };
	await feed.forget(number);
}

/** Never fails: a browser sees a lost event's data when it reloads the page. */
export async function publishLive(feeds: LiveFeeds, news: LiveNews[]): Promise<void> {
	if (news.length === 0) return;
	try {
		const feed = feeds.getByName("company") as { publish(news: LiveNews[]): Promise<void> };
		await feed.publish(news);
	} catch (error) {
		log.warn("live_not_published", { count: news.length, reason: describeError(error) });
	}
}

export async function recheckLive(feeds: LiveFeeds): Promise<null> {
	const feed = feeds.getByName("company") as { recheck(): Promise<void> };
	await feed.recheck();
	return null;
}

/** Never fails: the cron drains the outbox too. */
export async function hearEvents(feeds: LiveFeeds, isHeard: boolean): Promise<void> {
	try {
		const feed = feeds.getByName("company") as { hearEvents(isHeard: boolean): Promise<void> };
		await feed.hearEvents(isHeard);
	} catch (error) {
		log.warn("feed_not_told", { reason: describeError(error) });
	}
}
