import { fetchRecording } from "../control/control-api.ts";
import { change, state } from "../state.ts";
import { attempt } from "./attempt.ts";

/** Fetches a recording once; a player cannot sign in by itself. */
export async function loadRecording(sid: string): Promise<void> {
	const { account } = state;
	if (!account || state.recordings.has(sid)) return;
	await attempt(async () => {
		const address = URL.createObjectURL(await fetchRecording(account, sid));
		change((next) => next.recordings.set(sid, address));
	});
}
