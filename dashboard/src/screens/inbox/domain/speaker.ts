import type { Message } from "@cloudpbx/contracts/texts/messages";

export function speakerOf({ author, authorName }: Pick<Message, "author" | "authorName">): string {
	return author === "person" ? `person ${authorName ?? ""}` : author;
}
