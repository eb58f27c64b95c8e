import type { CampaignJob } from "@cloudpbx/contracts/campaigns";
import type { LiveNews } from "@cloudpbx/contracts/live";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import { announceLive } from "@cloudpbx/kit/announce-live";

/** What every operation of this Worker works with. */
export interface Context {
	db: Db;
	messaging: Pick<MessagingRpc, "sendTexts" | "findTexts" | "sendText">;
	queue: Queue<CampaignJob>;
	segmentPrice: number;
	claimSeconds: number;
	runSeconds: number;
	runBatches: number;
	sweepAfterSeconds: number;
	/** Tells browsers, after whatever is being done and without holding it up. */
	announce: (news: LiveNews[]) => void;
	now: () => Date;
	/** Resolves after so many milliseconds. */
	sleep: (milliseconds: number) => Promise<void>;
}

export function createContext(env: CampaignsEnv, context: Pick<ExecutionContext, "waitUntil">): Context {
	// The binding's type knows no methods: no service imports another one's code, not even for types.
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
