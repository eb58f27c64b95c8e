import { ControlError, getMessage } from "../control/control-api.ts";
import { change, state } from "../state.ts";

let wantedSid: string | null = null;

/** Shown in place of a call. */
export async function showText(sid: string): Promise<void> {
	wantedSid = sid;
	try {
		const text = await getMessage(sid);
		// Another text may have been chosen meanwhile.
		if (wantedSid === sid) change((next) => (next.shownText = text));
	} catch (error) {
		// Deleted by a reset, or the network is not reachable.
		if (!(error instanceof ControlError || error instanceof TypeError)) throw error;
	}
}

export async function refreshShownText(): Promise<void> {
	if (state.shownText && wantedSid) await showText(wantedSid);
}
