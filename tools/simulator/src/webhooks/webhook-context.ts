import type { AccountContext } from "../account.ts";
import type { TimelineContext } from "../timeline/timeline-context.ts";

/** What a request to the application needs. */
export interface WebhookContext extends TimelineContext, AccountContext {
	/** Held deliveries that wait for a later one, by the call, text or conversation that gives the order. */
	readonly held: Map<string, () => void>;
	/** Count of resets: work of an earlier generation leaves no trace. */
	generation: number;
	/** Continues work after the request that started it. A failure is logged, never thrown. */
	background(work: Promise<unknown>): void;
}
