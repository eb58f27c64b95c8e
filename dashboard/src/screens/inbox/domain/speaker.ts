import type { Message } from "@cloudpbx/contracts/texts/messages";

/** Groups texts; people with the same name count as one. */
export function speakerOf({ author, authorName }: Pick<Message, "author" | "authorName">): string {
	return author === "person" ? `person ${authorName ?? ""}` : author;
}
