/** The campaigns' environment is compiled here but not used. */
interface CampaignsEnv {
	DB: D1Database;
	MESSAGING: Fetcher;
	CAMPAIGN_QUEUE: Queue;
	SEGMENT_PRICE_USD: number;
	CLAIM_SECONDS: number;
	RUN_SECONDS: number;
	RUN_BATCHES: number;
	SWEEP_AFTER_SECONDS: number;
}
