import { ControlError } from "../control/control-api.ts";
import { change } from "../state.ts";

const NOTICE_MS = 6000;
let hideTimer: ReturnType<typeof setTimeout> | undefined;

/** Runs something that the network may refuse; the refusal is shown in the network's words. */
export async function attempt(run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (error instanceof ControlError) notify(error.message);
		else if (error instanceof TypeError) notify("The phone network does not answer. Is it still running?");
		else throw error;
	}
}

export function notify(text: string): void {
	change((next) => {
		next.notice = text;
	});
	clearTimeout(hideTimer);
	hideTimer = setTimeout(() => change((next) => (next.notice = null)), NOTICE_MS);
}
