import type { FoundMessage } from "@cloudpbx/contracts/messaging";
import { ask } from "../api/ask.ts";
import { api, until } from "../api/client.ts";
import type { Command } from "../screen.ts";
import { can } from "../session/session.ts";
import { nameOrNumber } from "../words/phone-numbers.ts";

const pauseMilliseconds = 200;
const lettersMin = 3;
const textsMax = 4;

let timer: ReturnType<typeof setTimeout> | undefined;
let reading = new AbortController();
/** What was last found, and for which words. */
let found: { words: string; commands: Command[] } = { words: "", commands: [] };

/** Texts that hold the typed words, as far as the server has answered. Text that is still being typed keeps what was found before. */
export function foundOnServer(typed: string): Command[] {
	return isWorthAsking(typed) ? found.commands : [];
}

/** Asks once the typing pauses; `onFound` follows only when there is something else to show. */
export function searchOnServer(typed: string, onFound: () => void): void {
	const words = typed.trim();
	clearTimeout(timer);
	reading.abort();
	if (!isWorthAsking(words) || words === found.words) return;
	timer = setTimeout(() => void search(words, onFound), pauseMilliseconds);
}

async function search(words: string, onFound: () => void): Promise<void> {
	reading = new AbortController();
	const { signal } = reading;
	try {
		const query = { q: words, limit: String(textsMax) };
		const { items } = await ask(() => api.messages.$get({ query }, until(signal)));
		if (signal.aborted) return;
		found = { words, commands: [...items.map(commandOf), allTexts(words)] };
		onFound();
	} catch {
		// Without the server the palette goes on from memory.
	}
}

function isWorthAsking(typed: string): boolean {
	return can("messages:read") && typed.trim().length >= lettersMin && /\p{L}/u.test(typed);
}

function commandOf({ id, conversationId, direction, from, to, body, contactName }: FoundMessage): Command {
	return {
		section: "Texts",
		label: nameOrNumber({ number: direction === "inbound" ? from : to, contactName }),
		detail: body,
		href: `/inbox/${conversationId}?text=${id}`,
	};
}

function allTexts(words: string): Command {
	return {
		section: "Texts",
		label: `All Texts with “${words}”`,
		href: `/inbox?q=${encodeURIComponent(words)}`,
	};
}
