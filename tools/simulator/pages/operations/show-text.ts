import { ControlError, getMessage } from "../control/control-api.ts";
import { change, state } from "../state.ts";

let wantedSid: string | null = null;

export async function showText(sid: string): Promise<void> {
	wantedSid = sid;
	try {
		const text = await getMessage(sid);
		if (wantedSid === sid) change((next) => (next.shownText = text));
	} catch (error) {
		if (!(error instanceof ControlError || error instanceof TypeError)) throw error;
	}
}

export async function refreshShownText(): Promise<void> {
	if (state.shownText && wantedSid) await showText(wantedSid);
}
