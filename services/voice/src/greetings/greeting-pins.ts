import type { Db } from "@cloudpbx/db/open-db";
import { greetingPins } from "@cloudpbx/db/schema/greetings";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hashPin, isPin } from "../domain/greetings/greeting-pin.ts";
import type { PinState } from "../domain/greetings/own-greeting.ts";

/** Wrong tries for one extension in an hour, from any caller: a caller's number can be forged. */
const triesMax = 5;

/** Null removes the PIN. A new one begins without tries. */
export async function setGreetingPin(ctx: Context, extensionId: string, pin: string | null): Promise<void> {
	const { db } = ctx;
	const now = ctx.now();
	if (pin === null) {
		await db.delete(greetingPins).where(eq(greetingPins.extensionId, extensionId));
		return;
	}
	const changes = { hash: await hashPin(pin), tries: 0, triesSince: now, updatedAt: now };
	await db
		.insert(greetingPins)
		.values({ extensionId, ...changes })
		.onConflictDoUpdate({ target: greetingPins.extensionId, set: changes });
}

export function selectPin(db: Db, ext: string) {
	return db
		.select({ tries: greetingPins.tries, triesSince: greetingPins.triesSince })
		.from(extensions)
		.innerJoin(greetingPins, eq(greetingPins.extensionId, extensions.id))
		.where(and(eq(extensions.ext, ext), ne(extensions.status, "inactive")));
}

export function readPinState([pin]: Awaited<ReturnType<typeof selectPin>>, now: Date): PinState {
	if (!pin) return "missing";
	const isOfThisHour = now.getTime() - pin.triesSince.getTime() < hourMilliseconds;
	return isOfThisHour && pin.tries >= triesMax ? "locked" : "set";
}

/** Counts the try before it looks at it, so that simultaneous calls have no more tries together. */
export async function checkGreetingPin(
	ctx: Context,
	extensionId: string,
	typed: string,
): Promise<"right" | "wrong" | "missing" | "locked"> {
	const { db } = ctx;
	const now = ctx.now();
	const isIt = eq(greetingPins.extensionId, extensionId);
	const hourAgo = new Date(now.getTime() - hourMilliseconds);
	const isOld = sql`${greetingPins.triesSince} <= ${hourAgo.getTime()}`;
	const [[taken], known] = await db.batch([
		db
			.update(greetingPins)
			.set({
				tries: sql`CASE WHEN ${isOld} THEN 1 ELSE ${greetingPins.tries} + 1 END`,
				triesSince: sql`CASE WHEN ${isOld} THEN ${now.getTime()} ELSE ${greetingPins.triesSince} END`,
			})
			.where(and(isIt, or(lte(greetingPins.triesSince, hourAgo), sql`${greetingPins.tries} < ${triesMax}`)))
			.returning({ hash: greetingPins.hash }),
		db.select({ id: greetingPins.extensionId }).from(greetingPins).where(isIt),
	]);
	if (!taken) return known.length === 0 ? "missing" : "locked";
	if (!(await isPin(typed, taken.hash))) return "wrong";
	await db
		.update(greetingPins)
		.set({ tries: 0 })
		.where(and(isIt, eq(greetingPins.hash, taken.hash)));
	return "right";
}
