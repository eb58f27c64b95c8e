/** Two Workers' environments cannot be declared in one program; the campaigns' is not used here, only compiled. */
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
