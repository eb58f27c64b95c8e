import type { AccountContext } from "../account.ts";
import type { TimelineContext } from "../timeline/timeline-context.ts";

export interface WebhookContext extends TimelineContext, AccountContext {
	readonly held: Map<string, () => void>;
	/** Count of resets. Work of an earlier generation leaves no trace. */
	generation: number;
	/** Continues work after the request that started it. A failure is logged, never thrown. */
	background(work: Promise<unknown>): void;
}
