import type { Clock } from "../clock/clock.ts";
import type { RegistryContext } from "../registry/registry-context.ts";
import type { Collection } from "../storage/collection.ts";
import type { WebhookContext } from "../webhooks/webhook-context.ts";
import type { Media, Message } from "./message.ts";

/** What a text needs, apart from the queue of its sender. */
export interface MessageContext extends WebhookContext, RegistryContext {
	readonly clock: Clock;
	readonly messages: Collection<Message>;
	readonly media: Collection<Media>;
	/** Moments at which texts move on, by network time. */
	readonly beats: Map<number, Promise<void>>;
}
