import { newestOf, type Thread } from "../../domain/thread.ts";
import { isMe, nameAuthor } from "../../words.ts";
import { announce } from "./announce.ts";

let openId: string | null = null;
let announcedId: string | undefined;

/** For views. Announces a new text once, with its author, to screen readers. */
export function followNewest(thread: Thread): void {
	const { id } = thread.conversation;
	const newest = newestOf(thread);
	const isNew = openId === id && newest !== undefined && newest.id !== announcedId;
	openId = id;
	announcedId = newest?.id;
	if (isNew && !isMe(newest.authorName)) announce(`${nameAuthor(newest)}: ${newest.body || "a picture"}`);
}
