import { html, nothing, render } from "lit-html";
import { pause, play, playing, type Sound, stop } from "../../state/playing.ts";
import { onChange } from "../../state/store.ts";
import { formatSeconds } from "../../words/times.ts";
import { closeIcon, pauseIcon, playIcon } from "../icons.ts";

let isFollowing = false;
let root: HTMLElement | null = null;

/** From the first player on, shows the current sound on every page without its own player. */
export function followElsewhere(): void {
	if (isFollowing) return;
	isFollowing = true;
	onChange(() => queueMicrotask(draw));
}

function draw(): void {
	const { sound } = playing;
	if (!sound && !root) return;
	const isOnPage =
		sound !== null && document.querySelector(`[data-sound="${CSS.escape(sound.id)}"]`) !== null;
	root ??= document.body.appendChild(document.createElement("div"));
	render(sound && !isOnPage ? miniPlayerView(sound) : nothing, root);
}

function miniPlayerView(sound: Sound) {
	const { isPlaying, position } = playing;
	return html`
		<aside class="mini-player" aria-label="Now playing">
			<button type="button" class="button" data-style="plain" data-icon-only aria-label=${isPlaying ? "Pause" : "Play"} title=${isPlaying ? "Pause" : "Play"} @click=${() => (isPlaying ? pause() : play(sound))}>
				${isPlaying ? pauseIcon : playIcon}
			</button>
			<a class="mini-player-text" href=${sound.href ?? nothing}>
				<span class="row-title" dir="auto">${sound.title}</span>
				<span class="number small soft">${formatSeconds(position)}</span>
			</a>
			<button type="button" class="button" data-style="plain" data-icon-only aria-label="Stop" title="Stop" @click=${stop}>${closeIcon}</button>
		</aside>
	`;
}
