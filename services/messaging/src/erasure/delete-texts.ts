import { isOneOf } from "@cloudpbx/db/is-one-of";
import { messageEvents, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import type { Context } from "../context.ts";

/** Maximum keys per R2 deletion (developers.cloudflare.com/r2/api/workers). */
const keysMax = 1000;

/** Called before the rows are deleted: a file without a row would never be deleted. */
export async function deleteFiles(
	{ media }: Context,
	files: readonly { mediaKey: string | null }[],
): Promise<void> {
	const keys = files.flatMap(({ mediaKey }) => mediaKey ?? []);
	for (let start = 0; start < keys.length; start += keysMax) {
		await media.delete(keys.slice(start, start + keysMax));
	}
}

export function deleteTexts({ db }: Context, ids: readonly string[]) {
	return [
		db.delete(messageMedia).where(isOneOf(messageMedia.messageId, ids)),
		db.delete(messageEvents).where(isOneOf(messageEvents.messageId, ids)),
		db.delete(messages).where(isOneOf(messages.id, ids)),
	] as const;
}
