import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { patch } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";
import { currentPage } from "../../../state/page.ts";
import { chosenIn, conversationsOf } from "../resources/conversations.ts";
import { threadOf } from "../resources/thread.ts";

/** Shows a change before the answer. A refusal takes it back and is kept under the name. True on success. */
export function changeConversation(
	id: string,
	name: string,
	expected: Partial<Conversation>,
	send: () => Promise<Conversation>,
): Promise<boolean> {
	const putBack = showConversation(id, expected);
	return act(name, async () => {
		try {
			showConversation(id, await send());
		} catch (error) {
			for (const put of putBack) put();
			throw error;
		}
	});
}

/** Returns an undo. */
export function showConversation(id: string, change: Partial<Conversation>): (() => void)[] {
	const place = currentPage()?.place;
	const putThreadBack = patch(threadOf(id), (thread) => ({
		...thread,
		conversation: { ...thread.conversation, ...change },
	}));
	if (!place) return [putThreadBack];
	const putListBack = patch(conversationsOf(chosenIn(place)), (list) => ({
		...list,
		items: list.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
	}));
	return [putThreadBack, putListBack];
}

export function onlyOne(answer: Conversation | { items: Conversation[] }): Conversation {
	return "items" in answer ? (answer.items[0] as Conversation) : answer;
}
