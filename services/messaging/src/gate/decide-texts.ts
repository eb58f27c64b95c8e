import type { Context } from "../context.ts";
import { decideSend } from "./decide-send.ts";
import { readSendFacts, selectSendFacts } from "./load-send-facts.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";

export interface Decisions {
	/** No text has their ids, or one that may be decided again. */
	fresh: DecidedText[];
	/** Ids that were asked for before: what became of them has to be found out. */
	known: string[];
	/** Ids that belong to other texts. */
	taken: string[];
}

/** The gate's decisions, by what the books say now and by the hour at which the carrier will have each text. One round trip. */
export async function decideTexts(ctx: Context, requests: readonly OutgoingRequest[]): Promise<Decisions> {
	const rows = await selectSendFacts(ctx, requests);
	const now = ctx.now().getTime();
	const decisions: Decisions = { fresh: [], known: [], taken: [] };
	for (const [index, request] of requests.entries()) {
		const row = rows[index];
		if (!row) continue;
		const at = new Date(Math.max(now, request.slot?.at ?? 0));
		const { facts, isFree, isTaken } = readSendFacts(row, at);
		if (isTaken) decisions.taken.push(request.id);
		else if (isFree) decisions.fresh.push({ request, decision: decideSend(request, facts, at) });
		else decisions.known.push(request.id);
	}
	return decisions;
}
