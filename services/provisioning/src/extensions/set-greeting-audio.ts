import type { GreetingChange } from "@cloudpbx/contracts/calls/greetings";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { extensionEvent } from "../domain/live-events.ts";
import { getExtension } from "./find-extension.ts";
import { nextVersion } from "./next-version.ts";

export async function setGreetingAudio(
	ctx: Context,
	extensionId: string,
	key: string | null,
): Promise<Result<GreetingChange>> {
	const { db, now, announce } = ctx;
	const isIt = eq(extensions.id, extensionId);
	const changes = { greetingAudio: key };
	const [[before], updated] = await db.batch([
		db
			.select({ key: extensions.greetingAudio, ext: extensions.ext, status: extensions.status })
			.from(extensions)
			.where(isIt),
		db
			.update(extensions)
			.set({ ...changes, updatedAt: now(), version: nextVersion(extensions, changes) })
			.where(
				and(
					isIt,
					sql`${extensions.greetingAudio} IS NOT ${key}`,
					key === null ? undefined : ne(extensions.status, "inactive"),
				),
			)
			.returning({ id: extensions.id, status: extensions.status }),
	]);
	if (!before) return refuse("not_found", "There is no such extension.");
	if (key !== null && before.status === "inactive") {
		return refuse("conflict", `Extension ${before.ext} was deactivated; create a new one.`);
	}
	if (updated.length > 0) announce(updated.map(extensionEvent));
	return accept({ extension: await getExtension(ctx, extensionId), keyBefore: before.key });
}
