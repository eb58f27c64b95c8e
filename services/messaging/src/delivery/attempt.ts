import type { MessageRow } from "../message-row.ts";

declare const onRecord: unique symbol;

/**
 * A text that the gate has let through and whose attempt is on record. Only such a text is handed to the carrier, and only
 * gate/store-attempts.ts makes one.
 */
export type Attempt = MessageRow & { readonly [onRecord]: true };
