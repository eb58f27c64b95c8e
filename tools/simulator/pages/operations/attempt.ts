import { ControlError } from "../control/control-api.ts";
import { change, type Notice } from "../state.ts";

const noticeMilliseconds = 6000;
/** Deciding about an undo takes longer than reading. */
const noticeWithActionMilliseconds = 12_000;
let hideTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows a refusal in the network's words. */
export async function attempt(run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (error instanceof ControlError) notify(error.message);
		else if (error instanceof TypeError) notify("The phone network does not answer. Is it still running?");
		else throw error;
	}
}

export function notify(text: string, action: Notice["action"] = null): void {
	change((next) => {
		next.notice = { text, action };
	});
	clearTimeout(hideTimer);
	hideTimer = setTimeout(dismissNotice, action ? noticeWithActionMilliseconds : noticeMilliseconds);
}

export function dismissNotice(): void {
	clearTimeout(hideTimer);
	change((next) => {
		next.notice = null;
	});
}
