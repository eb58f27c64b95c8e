import type { FoundMessage } from "@cloudpbx/contracts/texts/messages";
import { ask } from "../api/ask.ts";
import { api, until } from "../api/client.ts";
import type { Command } from "../screen.ts";
import { can } from "../session/session.ts";
import { formatNumber, nameOrNumber } from "../words/phone-numbers.ts";

const pauseMilliseconds = 200;
const lettersMin = 3;
const textsMax = 4;
const contactsMax = 4;

let timer: ReturnType<typeof setTimeout> | undefined;
let reading = new AbortController();
let found: { words: string; commands: Command[] } = { words: "", commands: [] };

/** Results of the last search. They stay while more is typed. */
export function foundOnServer(typed: string): Command[] {
	return isWorthAsking(typed) ? found.commands : [];
}

/** Searches after a pause in typing; `onFound` is called when the results change. */
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
		const [people, texts] = await Promise.all([findContacts(words, signal), findTexts(words, signal)]);
		if (signal.aborted) return;
		found = { words, commands: [...people, ...texts] };
		onFound();
	} catch {}
}

async function findContacts(q: string, signal: AbortSignal): Promise<Command[]> {
	if (!can("contacts:read")) return [];
	const query = { q, limit: String(contactsMax) };
	const { items } = await ask(() => api.contacts.$get({ query }, until(signal)));
	return items.map(({ name, company, number }) => ({
		section: "Contacts",
		label: name ?? company ?? formatNumber(number),
		detail: formatNumber(number),
		href: `/contacts/${encodeURIComponent(number)}`,
	}));
}

async function findTexts(q: string, signal: AbortSignal): Promise<Command[]> {
	if (!can("messages:read")) return [];
	const query = { q, limit: String(textsMax) };
	const { items } = await ask(() => api.messages.$get({ query }, until(signal)));
	return [...items.map(commandOf), allTexts(q)];
}

function isWorthAsking(typed: string): boolean {
	return (
		(can("messages:read") || can("contacts:read")) &&
		typed.trim().length >= lettersMin &&
		/\p{L}/u.test(typed)
	);
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
