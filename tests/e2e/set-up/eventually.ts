import { expect } from "vitest";

/** Polls for 20 s: for values that come through the carrier, a queue or a socket. */
export const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 20_000 });
