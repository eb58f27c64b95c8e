import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import { recording as recordingOf } from "../../api/recording.ts";
import { plainRefusal, refusalError } from "../../api/refusal.ts";
import { put } from "../../api/resource.ts";
import { createStore } from "../../state/store.ts";
import type { SoundRecording } from "./record-sound.ts";

interface Taking {
	owner: string | null;
	isRecording: boolean;
	seconds: number;
	sound: { blob: Blob; url: string } | null;
}

const none: Taking = { owner: null, isRecording: false, seconds: 0, sound: null };
const store = createStore<Taking>({ ...none });
export const taking = store.state;

let recording: SoundRecording | null = null;
let clock: ReturnType<typeof setInterval> | undefined;

/** Ends by itself at the maximum length. */
export async function startTaking(owner: string): Promise<void> {
	discardTaking();
	if (!navigator.mediaDevices) {
		throw refusalError(plainRefusal("precondition_failed", "Recording needs a secure connection (https)."));
	}
	const { recordSound } = await import("./record-sound.ts");
	try {
		recording = await recordSound();
	} catch (error) {
		throw refusalError(plainRefusal("precondition_failed", explain(error)));
	}
	const startedAt = performance.now();
	store.change((state) => Object.assign(state, none, { owner, isRecording: true }));
	clock = setInterval(() => {
		const seconds = Math.min(greetingLimits.seconds, Math.floor((performance.now() - startedAt) / 1000));
		if (seconds !== taking.seconds) store.change((state) => Object.assign(state, { seconds }));
		// Recording ends when the page is left.
		const isShown = document.querySelector(`[data-taking="${CSS.escape(owner)}"]`) !== null;
		if (!isShown) discardTaking();
		else if (seconds >= greetingLimits.seconds) void finishTaking().catch(discardTaking);
	}, 250);
}

export async function finishTaking(): Promise<void> {
	const ended = recording;
	clearInterval(clock);
	recording = null;
	if (!ended) return;
	try {
		const { blob, seconds, peaks } = await ended.finish();
		const url = URL.createObjectURL(blob);
		// The player needs no request: the CSP allows requests only to the server.
		put(recordingOf(url), { peaks, blobUrl: url, seconds });
		store.change((state) => Object.assign(state, { isRecording: false, seconds, sound: { blob, url } }));
	} catch {
		const words =
			taking.seconds < 1
				? "That was too short: press Stop once you have spoken."
				: "This browser cannot use its own recording. Upload a file instead.";
		discardTaking();
		throw refusalError(plainRefusal("precondition_failed", words));
	}
}

export function discardTaking(): void {
	clearInterval(clock);
	recording?.cancel();
	recording = null;
	if (taking.sound) URL.revokeObjectURL(taking.sound.url);
	if (taking.owner !== null) store.change((state) => Object.assign(state, none));
}

function explain(error: unknown): string {
	switch (error instanceof DOMException ? error.name : "") {
		case "NotAllowedError":
			return "The browser may not use the microphone. Allow it for this page, then try again.";
		case "NotFoundError":
			return "No microphone was found.";
		default:
			return "The microphone is not available. Another program may be using it.";
	}
}
