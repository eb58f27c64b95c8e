import type { Clock } from "../clock/clock.ts";
import type { RegistryContext } from "../registry/registry-context.ts";
import type { Collection } from "../storage/collection.ts";
import type { WebhookContext } from "../webhooks/webhook-context.ts";
import type { Media, Message } from "./message.ts";

export interface MessageContext extends WebhookContext, RegistryContext {
	readonly clock: Clock;
	readonly messages: Collection<Message>;
	readonly media: Collection<Media>;
	readonly beats: Map<number, Promise<void>>;
}
