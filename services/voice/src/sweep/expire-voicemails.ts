import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { and, asc, isNull, lt } from "drizzle-orm";
import type { Context } from "../context.ts";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { deleteVoicemails } from "../voicemail/delete-voicemails.ts";

const voicemailsMax = 200;

export async function expireVoicemails(ctx: Context, createdBefore: Date): Promise<LiveEvent[]> {
	const old = await ctx.db
		.select({ id: voicemails.id })
		.from(voicemails)
		.where(and(lt(voicemails.createdAt, createdBefore), isNull(voicemails.deletedAt)))
		.orderBy(asc(voicemails.createdAt))
		.limit(voicemailsMax);
	if (old.length === 0) return [];
	const deleted = await deleteVoicemails(
		ctx,
		old.map(({ id }) => id),
	);
	return deleted.map(voicemailEvent);
}
