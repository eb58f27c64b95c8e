import type { GreetingChange } from "@cloudpbx/contracts/calls/greetings";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { askService } from "../../ask-service.ts";
import type { ActorContext, Context } from "../../context.ts";
import { recordDone, recordIfUnknown } from "../audit/record-change.ts";
import { findExtension } from "./list-extensions.ts";

/** Replaces the recording and deletes the previous file. */
export async function recordGreeting(
	ctx: ActorContext,
	id: string,
	audio: Uint8Array,
): Promise<Result<Extension>> {
	const current = await findExtension(ctx, id);
	if (!current.ok) return current;
	const { ext, status, greetingAudio } = current.value;
	if (status === "inactive") return refuse("conflict", `Extension ${ext} was deactivated; create a new one.`);
	const stored = await askService("voice", ctx.voice.storeGreeting(audio));
	if (!stored.ok) return stored;
	const { key, type, seconds } = stored.value;
	const set = await askService("provisioning", ctx.provisioning.setGreetingAudio(id, key));
	const after = { greetingAudio: type, greetingSeconds: Math.ceil(seconds) };
	const change = { ...changeOf(id, greetingAudio), after };
	if (!set.ok) {
		await recordIfUnknown(ctx, set, change);
		await dropGreeting(ctx, key);
		return set;
	}
	if (set.value.keyBefore !== key) await recordDone(ctx, change);
	return dropReplaced(ctx, set.value, key);
}

export async function removeGreeting(ctx: ActorContext, id: string): Promise<Result<Extension>> {
	const current = await findExtension(ctx, id);
	if (!current.ok) return current;
	const set = await askService("provisioning", ctx.provisioning.setGreetingAudio(id, null));
	const change = { ...changeOf(id, current.value.greetingAudio), after: { greetingAudio: null } };
	if (!set.ok) {
		await recordIfUnknown(ctx, set, change);
		return set;
	}
	if (set.value.keyBefore !== null) await recordDone(ctx, change);
	return dropReplaced(ctx, set.value, null);
}

/** R2 key of the recording; null when there is none. */
export async function findGreetingKey(ctx: Context, id: string): Promise<Result<string | null>> {
	const [row] = await ctx.db
		.select({ key: extensions.greetingAudio })
		.from(extensions)
		.where(eq(extensions.id, id));
	return row ? accept(row.key) : refuse("not_found", "There is no such extension.");
}

function changeOf(id: string, greetingAudio: Extension["greetingAudio"]) {
	return { action: "extension.update", target: { kind: "extension", id }, before: { greetingAudio } };
}

async function dropReplaced(
	ctx: Context,
	{ extension, keyBefore }: GreetingChange,
	key: string | null,
): Promise<Result<Extension>> {
	if (keyBefore !== null && keyBefore !== key) await dropGreeting(ctx, keyBefore);
	return accept(extension);
}

/** A file that could not be deleted is only logged: it is not played any more. */
export async function dropGreeting({ voice }: Context, key: string): Promise<void> {
	await askService("voice", voice.dropGreeting(key));
}
