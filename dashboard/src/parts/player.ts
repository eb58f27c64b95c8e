import "./player.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { usePeaks } from "../api/load-peaks.ts";
import { wavePath } from "../domain/wave.ts";
import { changed, createStore } from "../state/store.ts";
import { writeDuration, writeSeconds } from "../words/times.ts";
import { backTenIcon, onTenIcon, pauseIcon, playIcon } from "./icons.ts";

const jumpSeconds = 10;
const rates = [1, 1.25, 1.5, 2];
const rateName = "cloudpbx/playback-rate";
/** Time of play after which a recording counts as heard. */
const heardSeconds = 2;

interface Sound {
	/** Of what is played, such as `vm_1`. */
	id: string;
	src: string;
	/** For the system's own controls. */
	title: string;
	durationSeconds: number | null;
	onHeard?: () => void;
}

const store = createStore<{
	sound: Sound | null;
	isPlaying: boolean;
	at: number;
	isHeard: boolean;
	failed: boolean;
}>({
	sound: null,
	isPlaying: false,
	at: 0,
	isHeard: false,
	failed: false,
});

/** One for the whole dashboard: it plays on while the reader goes elsewhere. */
const audio = new Audio();
audio.preload = "none";
audio.ontimeupdate = () => follow();
audio.onplay = () => store.change((state) => (state.isPlaying = true));
audio.onpause = () => store.change((state) => (state.isPlaying = false));
audio.onerror = () => fail();

export function playerView(sound: Sound): TemplateResult {
	const { state } = store;
	const isMine = state.sound?.id === sound.id;
	const at = isMine ? state.at : 0;
	const isPlaying = isMine && state.isPlaying;
	const length = lengthOf(sound);
	const peaks = usePeaks(sound.src);
	return html`
		<div class="player" role="group" aria-label="Player">
			<button type="button" class="button" data-icon-only aria-label="Back 10 Seconds" title="Back 10 Seconds" @click=${() => jump(sound, -jumpSeconds)}>${backTenIcon}</button>
			<button type="button" class="button player-main" data-style="prominent" data-icon-only aria-label=${isPlaying ? "Pause" : "Play"} title=${isPlaying ? "Pause" : "Play"} @click=${() => togglePlayer(sound)}>
				${isPlaying ? pauseIcon : playIcon}
			</button>
			<button type="button" class="button" data-icon-only aria-label="On 10 Seconds" title="On 10 Seconds" @click=${() => jump(sound, jumpSeconds)}>${onTenIcon}</button>
			<div class="player-track">
				<svg viewBox="0 0 96 32" preserveAspectRatio="none" aria-hidden="true">
					<path class="wave" d=${wavePath(peaks, 1)}></path>
					<path class="wave-heard" d=${wavePath(peaks, length > 0 ? at / length : 0)}></path>
				</svg>
				<input
					type="range"
					min="0"
					max=${length || 1}
					step="0.1"
					.value=${live(String(at))}
					aria-label="Position"
					aria-valuetext="${writeDuration(at)} of ${writeDuration(length)}"
					@input=${(event: Event) => seek(sound, Number((event.currentTarget as HTMLInputElement).value))}
				>
			</div>
			<span class="player-time number">${writeSeconds(at)} / ${writeSeconds(length)}</span>
			<select class="input player-rate" aria-label="Speed" @change=${(event: Event) => setRate(Number((event.currentTarget as HTMLSelectElement).value))}>
				${rates.map((rate) => html`<option value=${rate} .selected=${live(rate === readRate())}>${rate}×</option>`)}
			</select>
			<a class="button" href=${sound.src} download>Download</a>
			${isMine && state.failed ? html`<p class="refusal-line" role="alert">The sound could not be loaded. Try again in a moment.</p>` : nothing}
		</div>
	`;
}

/** For the key Space. */
export function togglePlayer(sound: Sound): void {
	const { state } = store;
	if (state.sound?.id === sound.id && state.isPlaying) {
		audio.pause();
		return;
	}
	take(sound);
	audio.playbackRate = readRate();
	audio.play().catch(fail);
}

function fail(): void {
	store.change((state) => Object.assign(state, { failed: true, isPlaying: false }));
}

/** For the arrow keys. */
export function jump(sound: Sound, seconds: number): void {
	take(sound);
	seek(sound, Math.max(0, Math.min(lengthOf(sound), store.state.at + seconds)));
}

function seek(sound: Sound, at: number): void {
	take(sound);
	store.change((state) => (state.at = at));
	audio.currentTime = at;
}

function take(sound: Sound): void {
	if (store.state.sound?.id === sound.id) return;
	audio.src = sound.src;
	store.change((state) => Object.assign(state, { sound, at: 0, isHeard: false, failed: false }));
	if ("mediaSession" in navigator)
		navigator.mediaSession.metadata = new MediaMetadata({ title: sound.title });
}

function follow(): void {
	const { sound, isHeard } = store.state;
	const isHeardNow = !isHeard && audio.currentTime >= heardSeconds;
	store.change((state) => {
		state.at = audio.currentTime;
		if (isHeardNow) state.isHeard = true;
	});
	if (isHeardNow) sound?.onHeard?.();
}

function lengthOf(sound: Sound): number {
	const isLoaded = store.state.sound?.id === sound.id && Number.isFinite(audio.duration);
	return isLoaded ? audio.duration : (sound.durationSeconds ?? 0);
}

function readRate(): number {
	const stored = Number(localStorage.getItem(rateName));
	return rates.includes(stored) ? stored : 1;
}

function setRate(rate: number): void {
	localStorage.setItem(rateName, String(rate));
	audio.playbackRate = rate;
	changed();
}
