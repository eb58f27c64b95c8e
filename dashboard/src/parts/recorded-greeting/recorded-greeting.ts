import "./recorded-greeting.css";
import { type AudioType, greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { plainRefusal, refusalError } from "../../api/refusal.ts";
import { act, actionOf, forget } from "../../state/actions.ts";
import { playing, stop } from "../../state/playing.ts";
import { formatSeconds } from "../../words/times.ts";
import { actionButton, buttonView } from "../button.ts";
import { notify } from "../notices.ts";
import { playerView } from "../player/player.ts";
import { refusalLine } from "../states.ts";
import type { View } from "../view.ts";
import { discardTaking, finishTaking, startTaking, taking } from "./taking.ts";

export interface Greeting {
	/** Unique among all greetings: an extension's id, or a word. */
	id: string;
	/** The address for PUT, GET and DELETE. */
	path: string;
	/** Null: callers hear the text. */
	audio: AudioType | null;
	version: number | string;
	title: string;
	href: string;
	fileName: string;
	/** Names the text that the recording replaces: "the text above". */
	text: string;
	/** Names the listeners: "Callers of Jane". */
	callers: string;
	/** Takes the server's answer to a change. */
	follow: (answer: unknown) => void;
	otherWay?: View;
	otherRefusal?: View;
}

const actionNameOf = ({ id }: Greeting) => `greeting/${id}`;
const recordNameOf = ({ id }: Greeting) => `greeting-record/${id}`;
const megabytes = greetingLimits.bytes / 1_000_000;

export function recordedGreetingView(one: Greeting, isChangeable: boolean): View {
	if (!isChangeable && one.audio === null) return nothing;
	return html`
		<section class="recorded-greeting" aria-labelledby="greeting-title" data-taking=${one.id}>
			<h2 id="greeting-title">Recorded Greeting</h2>
			${isChangeable ? changeView(one) : recordedView(one)}
		</section>
	`;
}

function changeView(one: Greeting): View {
	const isMine = taking.owner === one.id;
	if (isMine && taking.isRecording) return recordingView(one);
	if (isMine && taking.sound) return takenView(one, taking.sound);
	const name = actionNameOf(one);
	const { isBusy } = actionOf(name);
	return html`
		${recordedView(one)}
		<p class="field-hint">
			${one.audio === null ? `A recording is played in place of ${one.text}.` : `Callers hear it in place of ${one.text}.`}
			MP3 or WAV, up to ${greetingLimits.seconds} seconds and ${megabytes} MB.
		</p>
		<div class="recorded-greeting-ways">
			${uploadView(one, isBusy)}
			${buttonView({ label: "Record", isBusy, onPress: () => record(one) })}
			${one.otherWay ?? nothing}
			${
				one.audio === null
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
		${one.otherRefusal ?? nothing}
	`;
}

function recordedView(one: Greeting): View {
	if (one.audio === null) return nothing;
	return playerView({
		id: soundOf(one),
		src: `${one.path}?version=${one.version}`,
		title: one.title,
		href: one.href,
		durationSeconds: null,
		fileName: `${one.fileName}.${one.audio}`,
	});
}

/** A label that looks like a button: only a file field opens the file dialog. */
function uploadView(one: Greeting, isBusy: boolean): View {
	return html`
		<label class="button recorded-greeting-upload" aria-disabled=${isBusy ? "true" : nothing}>
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

function recordingView(one: Greeting): View {
	const name = recordNameOf(one);
	return html`
		<p class="recorded-greeting-clock" role="status">
			<span class="recorded-greeting-light" aria-hidden="true"></span>
			Recording <span class="number" aria-hidden="true">${formatSeconds(taking.seconds)} of ${formatSeconds(greetingLimits.seconds)}</span>
		</p>
		<div class="recorded-greeting-ways">
			${buttonView({ label: "Stop", style: "prominent", onPress: () => void act(name, finishTaking) })}
			${buttonView({ label: "Cancel", style: "plain", onPress: discardTaking })}
		</div>
	`;
}

function takenView(one: Greeting, { blob, url }: { blob: Blob; url: string }): View {
	const name = actionNameOf(one);
	return html`
		${playerView({ id: url, src: url, title: "New greeting", durationSeconds: taking.seconds, fileName: "greeting.wav" })}
		<p class="field-hint">Callers hear it once it is saved.</p>
		<div class="recorded-greeting-ways">
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

/** Forgets earlier refusals and stops the player, which would be recorded. */
function record(one: Greeting): void {
	stop();
	forget(actionNameOf(one));
	void act(recordNameOf(one), () => startTaking(one.id));
}

function upload(one: Greeting, field: HTMLInputElement): void {
	const [file] = field.files ?? [];
	// Lets the same file be chosen again.
	field.value = "";
	forget(recordNameOf(one));
	if (file) void act(actionNameOf(one), () => save(one, file));
}

async function save(one: Greeting, sound: Blob): Promise<void> {
	if (sound.size > greetingLimits.bytes) {
		throw refusalError(plainRefusal("limit_exceeded", `The file is larger than ${megabytes} MB.`));
	}
	const headers = { "content-type": sound.type || "application/octet-stream" };
	await change(one, { method: "PUT", body: sound, headers });
	notify({ text: `${one.callers} hear the recording.` });
}

async function remove(one: Greeting): Promise<void> {
	await change(one, { method: "DELETE" });
	notify({ text: `${one.callers} hear the text again.` });
}

async function change(one: Greeting, request: RequestInit): Promise<void> {
	const saved = await ask<unknown>(() => fetch(one.path, request));
	silence(soundOf(one));
	one.follow(saved);
}

function soundOf({ id, version }: Greeting): string {
	return `greeting/${id}/${version}`;
}

function silence(soundId: string): void {
	if (playing.sound?.id === soundId) stop();
}
