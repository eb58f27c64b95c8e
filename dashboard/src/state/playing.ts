import { createStore } from "./store.ts";

/** One sound at a time, also while other pages are opened. */
export interface Sound {
	id: string;
	src: string;
	title: string;
	subtitle?: string;
	href?: string;
	/** Called after two seconds of listening. */
	onHeard?: () => void;
}

interface Playing {
	sound: Sound | null;
	isPlaying: boolean;
	position: number;
	/** Null until it is known. */
	duration: number | null;
	speed: number;
	problem: string | null;
}

export const speeds = [1, 1.25, 1.5, 2];
const speedKey = "cloudpbx/speed";
const heardSeconds = 2;
/** Larger steps are jumps, which do not count as listening. */
const stepSecondsMax = 1;

const store = createStore<Playing>({
	sound: null,
	isPlaying: false,
	position: 0,
	duration: null,
	speed: readSpeed(),
	problem: null,
});
export const playing = store.state;

let audio: HTMLAudioElement | null = null;
/** Seconds listened; null after `onHeard` was called. */
let listened: number | null = 0;

/** Prepares the sound without playing it. The current sound stays where it is. */
export function prepare(sound: Sound): HTMLAudioElement {
	const element = openAudio();
	if (playing.sound?.id === sound.id && playing.problem === null) return element;
	listened = 0;
	element.src = sound.src;
	store.change((state) => Object.assign(state, { sound, position: 0, duration: null, problem: null }));
	announce(sound);
	return element;
}

export function play(sound: Sound): void {
	const element = prepare(sound);
	element.defaultPlaybackRate = playing.speed;
	element.playbackRate = playing.speed;
	void element.play().catch((error: DOMException) => {
		if (error.name !== "AbortError") fail();
	});
}

export function pause(): void {
	audio?.pause();
}

export function toggle(sound: Sound): void {
	if (playing.isPlaying && playing.sound?.id === sound.id) pause();
	else play(sound);
}

export function stop(): void {
	audio?.pause();
	audio?.removeAttribute("src");
	audio?.load();
	store.change((state) => Object.assign(state, { sound: null, isPlaying: false, problem: null }));
}

export function seek(seconds: number): void {
	if (!audio) return;
	audio.currentTime = Math.min(Math.max(seconds, 0), playing.duration ?? seconds);
	follow();
}

export function skip(bySeconds: number): void {
	seek((audio?.currentTime ?? 0) + bySeconds);
}

/** Kept for the next sound and visit. */
export function setSpeed(speed: number): void {
	if (audio) audio.playbackRate = speed;
	try {
		localStorage.setItem(speedKey, String(speed));
	} catch {}
	store.change((state) => (state.speed = speed));
}

function readSpeed(): number {
	try {
		const kept = Number(localStorage.getItem(speedKey));
		return speeds.includes(kept) ? kept : 1;
	} catch {
		return 1;
	}
}

function openAudio(): HTMLAudioElement {
	if (audio) return audio;
	audio = new Audio();
	audio.preload = "metadata";
	audio.addEventListener("timeupdate", follow);
	audio.addEventListener("durationchange", follow);
	for (const kind of ["play", "pause", "ended"]) {
		audio.addEventListener(kind, () => {
			store.change((state) => (state.isPlaying = !(audio?.paused ?? true)));
		});
	}
	audio.addEventListener("error", () => {
		if (playing.sound) fail();
	});
	return audio;
}

function fail(): void {
	store.change((state) => {
		state.isPlaying = false;
		state.problem = navigator.onLine
			? "The sound could not be played."
			: "Not connected. The sound plays once the network is back.";
	});
}

function follow(): void {
	if (!audio) return;
	const { currentTime, duration } = audio;
	const step = currentTime - playing.position;
	if (listened !== null && !audio.paused && step > 0 && step <= stepSecondsMax * audio.playbackRate) {
		listened += step;
		if (listened >= heardSeconds) {
			listened = null;
			playing.sound?.onHeard?.();
		}
	}
	store.change((state) => {
		state.position = currentTime;
		state.duration = Number.isFinite(duration) ? duration : null;
	});
}

function announce({ title, subtitle }: Sound): void {
	const { mediaSession } = navigator;
	if (!mediaSession) return;
	mediaSession.metadata = new MediaMetadata({ title, ...(subtitle && { artist: subtitle }) });
	mediaSession.setActionHandler("play", () => playing.sound && play(playing.sound));
	mediaSession.setActionHandler("pause", pause);
	mediaSession.setActionHandler("seekbackward", () => skip(-10));
	mediaSession.setActionHandler("seekforward", () => skip(10));
	mediaSession.setActionHandler("seekto", ({ seekTime }) => seek(seekTime ?? 0));
}
