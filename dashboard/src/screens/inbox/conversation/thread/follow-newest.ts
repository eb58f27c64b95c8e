import { newestOf, type Thread } from "../../domain/thread.ts";
import { isMe, nameAuthor } from "../../words.ts";
import { announce } from "./announce.ts";

let openId: string | null = null;
let announcedId: string | undefined;

/** A new text is said once, with who wrote it, to whoever does not see it come. Called whenever the conversation is drawn. */
export function followNewest(thread: Thread): void {
	const { id } = thread.conversation;
	const newest = newestOf(thread);
	const isNew = openId === id && newest !== undefined && newest.id !== announcedId;
	openId = id;
	announcedId = newest?.id;
	if (isNew && !isMe(newest.authorName)) announce(`${nameAuthor(newest)}: ${newest.body || "a picture"}`);
}
