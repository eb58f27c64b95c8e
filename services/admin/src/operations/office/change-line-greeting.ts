import {
	type LineGreeting,
	lineGreetingKeys,
	readLineGreeting,
	toGreetingAudio,
} from "@cloudpbx/contracts/calls/line-greetings";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { settings } from "@cloudpbx/db/schema/admin";
import { eq, sql } from "drizzle-orm";
import { askService } from "../../ask-service.ts";
import type { ActorContext, Context } from "../../context.ts";
import { type Change, recordIfChanged } from "../audit/record-change.ts";
import { dropGreeting } from "../extensions/change-greeting.ts";

export async function recordLineGreeting(
	ctx: ActorContext,
	line: LineGreeting,
	audio: Uint8Array,
): Promise<Result<null>> {
	const stored = await askService("voice", ctx.voice.storeGreeting(audio));
	if (!stored.ok) return stored;
	const { key: value, seconds } = stored.value;
	const { db, now } = ctx;
	const before = await findLineGreetingKey(ctx, line);
	const after = { greetingAudio: stored.value.type, greetingSeconds: Math.ceil(seconds) };
	const set = { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` };
	await db.batch([
		db
			.insert(settings)
			.values({ key: lineGreetingKeys[line], value, updatedAt: now })
			.onConflictDoUpdate({
				target: settings.key,
				set,
				setWhere: sql`${settings.value} IS NOT excluded.value`,
			}),
		recordIfChanged(ctx, changeOf(line, before, after)),
	]);
	if (before !== null && before !== value) await dropGreeting(ctx, before);
	return accept(null);
}

export async function removeLineGreeting(ctx: ActorContext, line: LineGreeting): Promise<Result<null>> {
	const { db } = ctx;
	const before = await findLineGreetingKey(ctx, line);
	await db.batch([
		db.delete(settings).where(eq(settings.key, lineGreetingKeys[line])),
		recordIfChanged(ctx, changeOf(line, before, { greetingAudio: null })),
	]);
	if (before !== null) await dropGreeting(ctx, before);
	return accept(null);
}

export async function findLineGreetingKey(ctx: Context, line: LineGreeting): Promise<string | null> {
	const isIt = eq(settings.key, lineGreetingKeys[line]);
	const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings).where(isIt);
	return readLineGreeting(rows, line);
}

function changeOf(line: LineGreeting, before: string | null, after: Change["after"]): Change {
	const kind = line === "main" ? "settings" : "hours";
	const target = { kind, id: null };
	return { action: `${kind}.update`, target, before: { greetingAudio: toGreetingAudio(before) }, after };
}
