import { dropLine } from "./calls/change-status.ts";
import type { NetworkContext } from "./context.ts";
import { registerAllNumbers } from "./registry/registration.ts";
import { forgettableTables } from "./storage/schema.ts";

/** Forgets everything but the account and its numbers. Calls and texts under way end without a callback. */
export function resetNetwork(ctx: NetworkContext): void {
	ctx.generation += 1;
	for (const line of [...ctx.lines.values()]) dropLine(line);
	ctx.conferences.clear();
	ctx.queues.clear();
	ctx.senders.clear();
	for (const table of forgettableTables) ctx.sql.exec(`DELETE FROM ${table}`);
	registerAllNumbers(ctx);
	ctx.clock.reset();
	ctx.changes.emit({ kind: "reset" });
}
