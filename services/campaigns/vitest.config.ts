import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { carrierBindings, openWorkerProject } from "../messaging/test/worker/worker-project.ts";

/** Campaigns, the send gate and a carrier in one workerd process. The test controls the clock. */
export default defineConfig(() =>
	openWorkerProject({
		name: "campaigns",
		configPath: join(import.meta.dirname, "test/worker/wrangler.jsonc"),
		bindings: {
			...carrierBindings,
			COMPANY_NAME: "Acme Corp",
			PUBLIC_URL: "https://pbx.example.com",
			DASHBOARD_URL: "https://pbx.example.com",
			NOTICE_EMAIL_FROM: "",
			NOTICE_FLOOD_SECONDS: 600,
			MEDIA_HOSTS: "",
			AI_MODEL: "none",
			AI_FALLBACK_MODELS: "",
			BURST_SECONDS: 3,
			RETRY_BASE_SECONDS: 15,
			SETTLE_AFTER_SECONDS: 60,
			SWEEP_AFTER_SECONDS: 600,
		},
		testTimeout: 60_000,
	}),
);
