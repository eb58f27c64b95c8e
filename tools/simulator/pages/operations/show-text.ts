import { ControlError, getMessage } from "../control/control-api.ts";
import { change, state } from "../state.ts";

let wantedSid: string | null = null;

/** Shows all that happened to a text, in the place of a call. */
export async function showText(sid: string): Promise<void> {
	wantedSid = sid;
	try {
		const text = await getMessage(sid);
		// Somebody may have asked for another one meanwhile.
		if (wantedSid === sid) change((next) => (next.shownText = text));
	} catch (error) {
		// Forgotten by a reset, or out of reach for now.
		if (!(error instanceof ControlError || error instanceof TypeError)) throw error;
	}
}

export async function refreshShownText(): Promise<void> {
	if (state.shownText && wantedSid) await showText(wantedSid);
}
