import type { CampaignJob } from "@cloudpbx/contracts/campaigns/campaigns";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import { announceLive } from "@cloudpbx/kit/announce-live";

export interface Context {
	db: Db;
	messaging: Pick<MessagingRpc, "sendTexts" | "findTexts" | "sendText">;
	queue: Queue<CampaignJob>;
	segmentPrice: number;
	claimSeconds: number;
	runSeconds: number;
	runBatches: number;
	sweepAfterSeconds: number;
	/** Announces events to browsers. It runs after the response and does not delay it. */
	announce: (news: LiveNews[]) => void;
	now: () => Date;
	sleep: (milliseconds: number) => Promise<void>;
}

export function createContext(env: CampaignsEnv, context: Pick<ExecutionContext, "waitUntil">): Context {
	// Untyped: a service does not import another service's types.
	const messaging = env.MESSAGING as unknown as MessagingRpc;
	return {
		db: openDb(env.DB),
		messaging,
		queue: env.CAMPAIGN_QUEUE,
		segmentPrice: env.SEGMENT_PRICE_USD,
		claimSeconds: env.CLAIM_SECONDS,
		runSeconds: env.RUN_SECONDS,
		runBatches: env.RUN_BATCHES,
		sweepAfterSeconds: env.SWEEP_AFTER_SECONDS,
		announce: (news) => announceLive(messaging, context, news),
		now: () => new Date(),
		sleep: (milliseconds) => scheduler.wait(milliseconds),
	};
}
