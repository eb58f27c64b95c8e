import type { Db } from "@cloudpbx/db/open-db";
import type { BatchItem } from "drizzle-orm/batch";
import type { Context } from "../context.ts";
import { takePlaces } from "./ceilings.ts";
import { decideSend } from "./decide-send.ts";
import { listErasedContacts, readSendFacts, selectSendFacts } from "./load-send-facts.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";

export interface Decisions<Request extends OutgoingRequest> {
	/** Texts with a free id, or texts that may be decided again. */
	fresh: DecidedText<Request>[];
	/** Ids that were requested before; their results must be looked up. */
	known: string[];
	taken: string[];
}

/** One round trip; two while opt-outs of erased contacts are kept. */
export async function decideTexts<Request extends OutgoingRequest>(
	ctx: Context,
	requests: readonly Request[],
): Promise<Decisions<Request>> {
	const places = takePlaces(ctx, requests);
	const facts = selectSendFacts(ctx, requests);
	const rows = places.length === 0 ? await facts : await readAfter(ctx.db, places, facts);
	const erased = await listErasedContacts(ctx, rows, requests);
	const now = ctx.now().getTime();
	const decisions: Decisions<Request> = { fresh: [], known: [], taken: [] };
	for (const [index, request] of requests.entries()) {
		const row = rows[index];
		if (!row) continue;
		const at = new Date(Math.max(now, request.slot?.at ?? 0));
		const { facts, isFree, isTaken } = readSendFacts(row, at, erased.has(request.to));
		if (isTaken) decisions.taken.push(request.id);
		else if (isFree) decisions.fresh.push({ request, decision: decideSend(request, facts, at) });
		else decisions.known.push(request.id);
	}
	return decisions;
}

async function readAfter<Facts extends BatchItem<"sqlite">>(
	db: Db,
	before: readonly BatchItem<"sqlite">[],
	facts: Facts,
): Promise<Facts["_"]["result"]> {
	const results: unknown[] = await db.batch([...before, facts] as unknown as [Facts]);
	return results.at(-1) as Facts["_"]["result"];
}
