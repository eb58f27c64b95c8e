import { greetingRecordings } from "@cloudpbx/db/schema/greetings";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { describeError, log } from "@cloudpbx/kit/log";
import { deleteRecording } from "@cloudpbx/twilio/rest/recordings";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Extension } from "../domain/office/office.ts";
import { dropGreeting } from "./drop-greeting.ts";

/** Stored before anything else is done, so that no sweep takes the recording for a voicemail. */
export async function openTake({ db, now }: Context, extension: Extension, id: string, seconds: number) {
	const at = now();
	const values = {
		id,
		extensionId: extension.id,
		state: "recorded" as const,
		seconds,
		createdAt: at,
		changedAt: at,
	};
	const [, [row]] = await db.batch([
		db.insert(greetingRecordings).values(values).onConflictDoNothing(),
		db.select().from(greetingRecordings).where(eq(greetingRecordings.id, id)),
	]);
	if (!row || row.extensionId !== extension.id) throw new Error("the recording is another extension's");
	return row;
}

/** Returns the extension's state; null when the recording cannot be kept. Safe to repeat. */
export async function keepTake(ctx: Context, extension: Extension, id: string): Promise<string | null> {
	const { db } = ctx;
	const isIt = and(eq(greetingRecordings.id, id), eq(greetingRecordings.extensionId, extension.id));
	const isInUse = sql`EXISTS (SELECT 1 FROM extensions WHERE id = ${extension.id} AND status <> 'inactive')`;
	const [[before], , [row]] = await db.batch([
		db
			.select({ audio: extensions.greetingAudio, status: extensions.status })
			.from(extensions)
			.where(eq(extensions.id, extension.id)),
		db
			.update(greetingRecordings)
			.set({ state: "kept", changedAt: ctx.now() })
			.where(and(isIt, eq(greetingRecordings.state, "stored"), isInUse)),
		db.select().from(greetingRecordings).where(isIt),
	]);
	if (!before || row?.state !== "kept") return null;
	if (before.audio !== null && before.audio !== row.audio) ctx.later(dropGreeting(ctx, before.audio));
	return before.status;
}

export async function dropTake(ctx: Context, id: string): Promise<void> {
	await dropTakes(ctx, [id]);
	ctx.later(deleteCarrierCopy(ctx, id));
}

export async function dropTakes(ctx: Context, ids: readonly string[]): Promise<void> {
	const dropped = await ctx.db
		.update(greetingRecordings)
		.set({ state: "dropped", changedAt: ctx.now() })
		.where(
			and(
				inArray(greetingRecordings.id, [...ids]),
				inArray(greetingRecordings.state, ["recorded", "stored"]),
			),
		)
		.returning({ audio: greetingRecordings.audio });
	for (const { audio } of dropped) if (audio !== null) await dropGreeting(ctx, audio);
}

/** Never fails: the sweep deletes what is left. */
export async function deleteCarrierCopy({ db, carrier, now }: Context, id: string): Promise<void> {
	try {
		const result = await deleteRecording(carrier, id);
		if (!result.ok) return log.warn("greeting_copy_not_deleted", { problem: result.problem.kind });
		await db.update(greetingRecordings).set({ carrierDeletedAt: now() }).where(eq(greetingRecordings.id, id));
	} catch (error) {
		log.warn("greeting_copy_not_deleted", { reason: describeError(error) });
	}
}
