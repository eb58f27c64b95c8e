import type { messages } from "@cloudpbx/db/schema/messaging";

export type MessageRow = typeof messages.$inferSelect;
