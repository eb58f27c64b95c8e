import type { MessageRow } from "../texts/message-row.ts";

declare const onRecord: unique symbol;

/** A text that the gate allowed and whose attempt is stored. Only gate/to-attempt.ts makes one. */
export type Attempt = MessageRow & { readonly [onRecord]: true };
