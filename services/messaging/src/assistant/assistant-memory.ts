import { messages } from "@cloudpbx/db/schema/messaging";
import { describeError, log } from "@cloudpbx/kit/log";
import { and, desc, eq, gt, ne, notInArray } from "drizzle-orm";
import * as z from "zod";
import type { Context } from "../context.ts";

const memoryDays = 7;
const memorySeconds = memoryDays * 24 * 60 * 60;
const turnsMax = 200;

const Turn = z.object({ by: z.enum(["contact", "company"]), text: z.string(), at: z.number() });
const Memory = z.object({
	/** Position of the last message in memory. Later messages come from D1. */
	upTo: z.number(),
	turns: z.array(Turn),
});
export type Memory = z.infer<typeof Memory>;

const nothing: Memory = { upTo: 0, turns: [] };

/** Reads the memory from KV. Empty when it is missing, invalid or KV fails; D1 then supplies everything. */
export async function recallMemory({ memory }: Context, conversationId: string): Promise<Memory> {
	try {
		const kept = await memory.get(keyOf(conversationId), "json");
		return Memory.safeParse(kept).data ?? nothing;
	} catch (error) {
		log.warn("memory_not_read", { conversationId, reason: describeError(error) });
		return nothing;
	}
}

/** A statement for the batch that loads the rest. Leaves out texts that never reached the contact. */
export function selectTurnsSince({ db, now }: Context, conversationId: string, { upTo }: Memory) {
	const since = new Date(now().getTime() - memorySeconds * 1000);
	return db
		.select({
			position: messages.position,
			direction: messages.direction,
			body: messages.body,
			createdAt: messages.createdAt,
		})
		.from(messages)
		.where(
			and(
				eq(messages.conversationId, conversationId),
				gt(messages.position, upTo),
				gt(messages.createdAt, since),
				ne(messages.author, "system"),
				notInArray(messages.status, ["refused", "failed", "undelivered", "canceled"]),
			),
		)
		.orderBy(desc(messages.position))
		.limit(turnsMax);
}

type TurnRow = Awaited<ReturnType<typeof selectTurnsSince>>[number];

export function joinMemory({ now }: Context, memory: Memory, rows: readonly TurnRow[]): Memory {
	const since = now().getTime() - memorySeconds * 1000;
	const later = rows.toReversed().map(({ direction, body, createdAt }) => ({
		by: direction === "inbound" ? ("contact" as const) : ("company" as const),
		text: body.trim() === "" ? "[sent a file]" : body,
		at: createdAt.getTime(),
	}));
	const turns = [...memory.turns, ...later].filter(({ at }) => at > since).slice(-turnsMax);
	return { upTo: rows[0]?.position ?? memory.upTo, turns };
}

/** Never fails: a lost memory costs one longer read of D1. */
export async function keepMemory({ memory }: Context, conversationId: string, known: Memory): Promise<void> {
	try {
		await memory.put(keyOf(conversationId), JSON.stringify(known), { expirationTtl: memorySeconds });
	} catch (error) {
		log.warn("memory_not_kept", { conversationId, reason: describeError(error) });
	}
}

export async function forgetMemory({ memory }: Context, conversationId: string): Promise<void> {
	await memory.delete(keyOf(conversationId));
}

function keyOf(conversationId: string): string {
	return `conversation/${conversationId}`;
}
