import { type Recording, recordMicrophone } from "../audio/record-microphone.ts";
import { toBase64 } from "../domain/encode-wav.ts";
import { formatDuration } from "../domain/format-time.ts";
import { isLive } from "../domain/phones/derive-phone.ts";
import { change, state } from "../state.ts";
import { notify } from "./attempt.ts";
import { leaveMessage } from "./drive-call.ts";

const underWay = new Map<string, Recording>();

export function findRecording(sid: string): Recording | null {
	return underWay.get(sid) ?? null;
}

export async function startRecording(sid: string): Promise<void> {
	if (underWay.has(sid)) return;
	try {
		underWay.set(sid, await recordMicrophone());
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		notify(
			error.name === "NotFoundError"
				? "There is no microphone here. Leave a tone instead."
				: "This page may not use the microphone. Allow it in the browser, or leave a tone instead.",
		);
		return;
	}
	change(() => undefined);
	watch(sid);
}

export async function finishRecording(
	sid: string,
	endWith: "#" | "hangup",
	transcript: string,
): Promise<void> {
	const recording = underWay.get(sid);
	if (!recording) return;
	underWay.delete(sid);
	change(() => undefined);
	const { wav, seconds } = await recording.stop();
	await leaveMessage(sid, {
		seconds: Math.max(1, Math.round(seconds)),
		endWith,
		audioBase64: toBase64(wav),
		contentType: "audio/wav",
		...(transcript.trim() ? { transcript: transcript.trim() } : {}),
	});
}

function watch(sid: string): void {
	const recording = underWay.get(sid);
	if (!recording) return;
	const call = state.calls.get(sid);
	if (!call || !isLive(call) || call.waitingFor?.kind !== "record") {
		underWay.delete(sid);
		recording.discard();
		change(() => undefined);
		return;
	}
	const meter = document.querySelector<HTMLElement>(`[data-meter="${sid}"]`);
	meter?.style.setProperty("--level", recording.level().toFixed(2));
	const clock = meter?.querySelector("time");
	const shown = formatDuration(recording.seconds());
	if (clock && clock.textContent !== shown) clock.textContent = shown;
	requestAnimationFrame(() => watch(sid));
}
