import { fetchMedia, listMessages } from "../control/control-api.ts";
import type { MessageView } from "../control/message-view.ts";
import { change, draftOf, state } from "../state.ts";
import { refreshShownText } from "./show-text.ts";
import { markSeen } from "./threads.ts";

/** Minimum pause between readings: campaigns change texts many times a second. */
const pauseMilliseconds = 200;

let isLoading = false;
let isStale = false;

export async function loadMessages(): Promise<void> {
	isStale = true;
	if (isLoading) return;
	isLoading = true;
	while (isStale) {
		isStale = false;
		await loadOnce().catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
	}
	isLoading = false;
}

async function loadOnce(): Promise<void> {
	const numbers = state.phones.map((phone) => phone.number);
	const lists = await Promise.all(numbers.map(async (number) => (await listMessages(number)).items));
	change((next) => {
		next.messages = new Map(numbers.map((number, index) => [number, lists[index] ?? []]));
	});
	for (const number of numbers) {
		const { tab, thread } = draftOf(number);
		if (tab === "messages" && thread) markSeen(number, thread);
	}
	await refreshShownText();
	for (const messages of lists) await Promise.all(messages.map(loadPictures));
}

/** Fetched once, because an image element cannot authenticate. */
async function loadPictures({ sid, media }: MessageView): Promise<void> {
	const { account } = state;
	if (!account) return;
	for (const file of media) {
		if (!file.contentType.startsWith("image/") || state.pictures.has(file.sid)) continue;
		const address = URL.createObjectURL(await fetchMedia(account, sid, file.sid));
		change((next) => next.pictures.set(file.sid, address));
	}
}
