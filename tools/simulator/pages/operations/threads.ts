import { sendText } from "../control/control-api.ts";
import { groupThreads, type Thread } from "../domain/messages/group-threads.ts";
import { parseNumber } from "../domain/phones/format-number.ts";
import { change, draftOf, state, textDraftOf } from "../state.ts";
import { attempt, notify } from "./attempt.ts";
import { showText } from "./show-text.ts";

const storageKey = "cloudpbx.phones.seen";

export function showTab(phone: string, tab: "phone" | "messages"): void {
	change(() => {
		draftOf(phone).tab = tab;
	});
	const { thread } = draftOf(phone);
	if (tab === "messages" && thread) markSeen(phone, thread);
}

export function openThread(phone: string, party: string): void {
	change(() => {
		Object.assign(draftOf(phone), { thread: party, recipient: "" });
	});
	markSeen(phone, party);
}

export function closeThread(phone: string): void {
	change(() => {
		draftOf(phone).thread = null;
	});
}

export function openTyped(phone: string): void {
	const party = parseNumber(draftOf(phone).recipient);
	if (!/^\+[1-9]\d{6,14}$/.test(party)) notify("Enter a whole number, like +14155550153.");
	else if (party === phone) notify("A phone does not text itself.");
	else openThread(phone, party);
}

export async function sendDraft(phone: string, party: string): Promise<void> {
	const draft = textDraftOf(phone, party);
	const { text, picture } = draft;
	if (!text.trim() && !picture) return;
	await attempt(async () => {
		const files = picture && { mediaUrls: [picture.address] };
		const { sid } = await sendText({ from: phone, to: party, body: text, ...files });
		change(() => {
			if (draft.text === text) draft.text = "";
			if (draft.picture === picture) draft.picture = null;
		});
		await showText(sid);
	});
}

export function listThreads(phone: string): Thread[] {
	return groupThreads(phone, state.messages.get(phone) ?? []);
}

export function countUnreadIn(phone: string, { party, arrived }: Thread): number {
	return Math.max(0, arrived - (state.seen.get(keyOf(phone, party)) ?? 0));
}

export function countUnread(phone: string): number {
	return listThreads(phone).reduce((sum, thread) => sum + countUnreadIn(phone, thread), 0);
}

export function markSeen(phone: string, party: string): void {
	const arrived = listThreads(phone).find((thread) => thread.party === party)?.arrived ?? 0;
	if (state.seen.get(keyOf(phone, party)) === arrived) return;
	change((next) => next.seen.set(keyOf(phone, party), arrived));
	save();
}

export function forgetSeen(): void {
	change((next) => next.seen.clear());
	save();
}

export function loadSeen(): void {
	try {
		const saved: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
		if (typeof saved !== "object" || saved === null) return;
		const entries = Object.entries(saved).filter((entry): entry is [string, number] =>
			Number.isInteger(entry[1]),
		);
		change((next) => {
			next.seen = new Map(entries);
		});
	} catch {
		// Unreadable data counts as unseen.
	}
}

function save(): void {
	try {
		localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(state.seen)));
	} catch {
		// Without storage the state lives as long as the page.
	}
}

const keyOf = (phone: string, party: string) => `${phone} ${party}`;
