import type { MessageRow } from "../texts/message-row.ts";

declare const onRecord: unique symbol;

/**
 * A text that the gate has allowed and whose attempt is stored. Only such a text is sent to the carrier, and
 * only gate/to-attempt.ts makes one.
 */
export type Attempt = MessageRow & { readonly [onRecord]: true };
