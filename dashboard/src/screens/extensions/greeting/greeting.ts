import "./greeting.css";
import type { Extension } from "@cloudpbx/contracts/extensions";
import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { plainRefusal, refusalError } from "../../../api/refusal.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { playerView } from "../../../parts/player.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { notify } from "../../../shell/notices.ts";
import { act, actionOf, forget } from "../../../state/actions.ts";
import { playing, stop } from "../../../state/playing.ts";
import { writeSeconds } from "../../../words/times.ts";
import { followChange } from "../edit.ts";
import { discardTaking, finishTaking, startTaking, taking } from "./taking.ts";

const pathOf = ({ id }: Extension) => `/api/extensions/${encodeURIComponent(id)}/greeting/audio`;
const actionNameOf = ({ id }: Extension) => `extension-greeting/${id}`;
const recordNameOf = ({ id }: Extension) => `extension-record/${id}`;
const pinNameOf = ({ id }: Extension) => `extension-pin-open/${id}`;
const megabytes = greetingLimits.bytes / 1_000_000;

/** The recording that callers hear in place of the text: listened to, uploaded, recorded here, removed. */
export function greetingView(one: Extension, isChangeable: boolean): View {
	if (!isChangeable && one.greetingAudio === null) return nothing;
	return html`
		<section class="extensions-greeting" aria-labelledby="greeting-title" data-taking=${one.id}>
			<h2 id="greeting-title">Recorded Greeting</h2>
			${isChangeable ? changeView(one) : recordedView(one)}
		</section>
	`;
}

function changeView(one: Extension): View {
	const isMine = taking.extensionId === one.id;
	if (isMine && taking.isRecording) return recordingView(one);
	if (isMine && taking.sound) return takenView(one, taking.sound);
	const name = actionNameOf(one);
	const { isBusy } = actionOf(name);
	return html`
		${recordedView(one)}
		<p class="field-hint">
			${one.greetingAudio === null ? "A recording is played in place of the text above." : "Callers hear it in place of the text above."}
			MP3 or WAV, up to ${greetingLimits.seconds} seconds and ${megabytes} MB.
		</p>
		<div class="extensions-greeting-ways">
			${uploadView(one, isBusy)}
			${buttonView({ label: "Record", isBusy, onPress: () => record(one) })}
			${one.forwardTo === null && one.alsoRing.length === 0 ? nothing : byTelephoneView(one)}
			${
				one.greetingAudio === null
					? nothing
					: buttonView({
							label: "Remove Recording",
							style: "destructive",
							isBusy,
							onPress: () => void act(name, () => remove(one)),
						})
			}
		</div>
		${refusalLine(actionOf(name).refusal)} ${refusalLine(actionOf(recordNameOf(one)).refusal)}
		${refusalLine(actionOf(pinNameOf(one)).refusal)}
	`;
}

function byTelephoneView(one: Extension): View {
	return actionButton({
		name: pinNameOf(one),
		label: "Record by Telephone…",
		busyLabel: "Opening…",
		run: async () => (await import("./pin-sheet.ts")).showGreetingPin(one),
	});
}

function recordedView(one: Extension): View {
	if (one.greetingAudio === null) return nothing;
	return playerView({
		id: soundOf(one),
		// A new recording is a new sound.
		src: `${pathOf(one)}?version=${one.version}`,
		title: `Greeting of ${one.name}`,
		href: `/extensions/${one.id}`,
		durationSeconds: null,
		fileName: `greeting-${one.ext}.${one.greetingAudio}`,
	});
}

/** A label that looks like a button: only a field of its own opens the window for files. */
function uploadView(one: Extension, isBusy: boolean): View {
	return html`
		<label class="button extensions-greeting-upload" aria-disabled=${isBusy ? "true" : nothing}>
			<input
				type="file"
				class="visually-hidden"
				accept=".mp3,.wav,audio/mpeg,audio/wav"
				?disabled=${isBusy}
				@change=${(event: Event) => upload(one, event.currentTarget as HTMLInputElement)}
			>
			<span>${isBusy ? "Saving…" : "Upload…"}</span>
		</label>
	`;
}

function recordingView(one: Extension): View {
	const name = recordNameOf(one);
	return html`
		<p class="extensions-greeting-clock" role="status">
			<span class="extensions-greeting-light" aria-hidden="true"></span>
			Recording <span class="number" aria-hidden="true">${writeSeconds(taking.seconds)} of ${writeSeconds(greetingLimits.seconds)}</span>
		</p>
		<div class="extensions-greeting-ways">
			${buttonView({ label: "Stop", style: "prominent", onPress: () => void act(name, finishTaking) })}
			${buttonView({ label: "Cancel", style: "plain", onPress: discardTaking })}
		</div>
	`;
}

function takenView(one: Extension, { blob, url }: { blob: Blob; url: string }): View {
	const name = actionNameOf(one);
	return html`
		${playerView({ id: url, src: url, title: "New greeting", durationSeconds: taking.seconds, fileName: "greeting.wav" })}
		<p class="field-hint">Callers hear it once it is saved.</p>
		<div class="extensions-greeting-ways">
			${actionButton({
				name,
				label: "Save Recording",
				busyLabel: "Saving…",
				style: "prominent",
				run: async () => {
					await save(one, blob);
					silence(url);
					discardTaking();
				},
			})}
			${buttonView({
				label: "Discard",
				style: "plain",
				onPress: () => {
					silence(url);
					discardTaking();
				},
			})}
		</div>
		${refusalLine(actionOf(name).refusal)}
	`;
}

/** What was refused before is over with, and what plays is not recorded. */
function record(one: Extension): void {
	stop();
	forget(actionNameOf(one));
	void act(recordNameOf(one), () => startTaking(one.id));
}

function upload(one: Extension, field: HTMLInputElement): void {
	const [file] = field.files ?? [];
	// The same file can be chosen again.
	field.value = "";
	forget(recordNameOf(one));
	if (file) void act(actionNameOf(one), () => save(one, file));
}

async function save(one: Extension, sound: Blob): Promise<void> {
	if (sound.size > greetingLimits.bytes) {
		throw refusalError(plainRefusal("limit_exceeded", `The file is larger than ${megabytes} MB.`));
	}
	const headers = { "content-type": sound.type || "application/octet-stream" };
	await change(one, { method: "PUT", body: sound, headers });
	notify({ text: `Callers of ${one.name} hear the recording.` });
}

async function remove(one: Extension): Promise<void> {
	await change(one, { method: "DELETE" });
	notify({ text: `Callers of ${one.name} hear the text again.` });
}

async function change(one: Extension, request: RequestInit): Promise<void> {
	const saved = await ask<Extension>(() => fetch(pathOf(one), request));
	silence(soundOf(one));
	followChange(one, saved);
}

function soundOf({ id, version }: Extension): string {
	return `greeting/${id}/${version}`;
}

/** What is no more is not heard on. */
function silence(soundId: string): void {
	if (playing.sound?.id === soundId) stop();
}
