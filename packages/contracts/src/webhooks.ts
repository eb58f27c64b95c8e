import * as z from "zod";

/** A message of the queue `webhook-deliveries`: something for this webhook is due. May be delivered any number of times. */
export const WebhookJob = z.object({ webhookId: z.string().startsWith("whk_") });
export type WebhookJob = z.infer<typeof WebhookJob>;
