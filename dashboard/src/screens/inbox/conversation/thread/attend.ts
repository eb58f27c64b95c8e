import { sendPresence } from "../../../../api/presence.ts";
import { currentPage } from "../../../../state/page.ts";
import { changed, onChange } from "../../../../state/store.ts";
import { currentOpening, forgetOpening } from "../opening.ts";
import { endReading } from "./reading.ts";

/** Repeated at this interval while writing; the server takes silence for a pause. */
const writingMilliseconds = 4000;

let attended: string | null = null;
let writingAt = Number.NEGATIVE_INFINITY;

export function followAttendance(): void {
	document.addEventListener("visibilitychange", changed);
	onChange(attend);
}

function attend(): void {
	const open = openConversation();
	if (currentOpening() && currentOpening()?.id !== open) {
		endReading();
		forgetOpening();
	}
	const now = document.visibilityState === "visible" ? open : null;
	if (now === attended) return;
	if (now !== null) sendPresence({ kind: "viewing", conversationId: now });
	else if (attended !== null) sendPresence({ kind: "away", conversationId: attended });
	attended = now;
	writingAt = Number.NEGATIVE_INFINITY;
}

export function showWriting(conversationId: string): void {
	const now = Date.now();
	if (now - writingAt < writingMilliseconds) return;
	writingAt = now;
	sendPresence({ kind: "writing", conversationId });
}

export function showPause(conversationId: string): void {
	writingAt = Number.NEGATIVE_INFINITY;
	sendPresence({ kind: "viewing", conversationId });
}

function openConversation(): string | null {
	const page = currentPage();
	const isInbox = page?.place.path.startsWith("/inbox") ?? false;
	return isInbox ? (page?.place.params.conversationId ?? null) : null;
}
