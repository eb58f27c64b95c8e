import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { messageMedia } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";

export async function getMedia(
	{ db }: Context,
	mediaId: string,
): Promise<Result<{ key: string; contentType: string; bytes: number }>> {
	const [row] = await db.select().from(messageMedia).where(eq(messageMedia.id, mediaId));
	if (!row) return refuse("not_found", "There is no such file.");
	const { mediaKey, contentType, bytes, failure } = row;
	if (mediaKey === null || bytes === null) {
		return refuse("precondition_failed", failure ?? "The file is still being fetched from the carrier.");
	}
	return accept({ key: mediaKey, contentType, bytes });
}
