import { fetchRecording } from "../control/control-api.ts";
import { change, state } from "../state.ts";
import { attempt } from "./attempt.ts";

/** Fetched once, because an audio element cannot authenticate. */
export async function loadRecording(sid: string): Promise<void> {
	const { account } = state;
	if (!account || state.recordings.has(sid)) return;
	await attempt(async () => {
		const address = URL.createObjectURL(await fetchRecording(account, sid));
		change((next) => next.recordings.set(sid, address));
	});
}
