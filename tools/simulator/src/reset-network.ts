import { dropLine } from "./calls/change-status.ts";
import type { Exchange } from "./context.ts";
import { registerAllNumbers } from "./registry/registration.ts";
import { forgettableTables } from "./storage/schema.ts";

/** Forgets everything but the account and its numbers. Calls and texts under way vanish without a word. */
export function resetNetwork(exchange: Exchange): void {
	exchange.generation += 1;
	for (const line of [...exchange.lines.values()]) dropLine(line);
	exchange.conferences.clear();
	exchange.queues.clear();
	exchange.senders.clear();
	for (const table of forgettableTables) exchange.sql.exec(`DELETE FROM ${table}`);
	registerAllNumbers(exchange);
	exchange.clock.reset();
	exchange.changes.emit({ kind: "reset" });
}
