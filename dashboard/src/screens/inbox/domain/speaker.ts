import type { Message } from "@cloudpbx/contracts/texts/messages";

/** Tells whose texts stand together; people of one name are one speaker. */
export function speakerOf({ author, authorName }: Pick<Message, "author" | "authorName">): string {
	return author === "person" ? `person ${authorName ?? ""}` : author;
}
