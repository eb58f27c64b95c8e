import type { campaigns } from "@cloudpbx/db/schema/campaigns";

export type CampaignRow = typeof campaigns.$inferSelect;
