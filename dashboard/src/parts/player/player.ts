import "./player.css";
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { recording } from "../../api/recording.ts";
import { peek, use } from "../../api/resource.ts";
import { wavePath } from "../../domain/wave.ts";
import { playing, prepare, type Sound, seek, setSpeed, skip, speeds, toggle } from "../../state/playing.ts";
import { formatSeconds } from "../../words/times.ts";
import { buttonView } from "../button.ts";
import { downloadIcon, pauseIcon, playIcon } from "../icons.ts";
import type { View } from "../view.ts";
import { followElsewhere } from "./mini-player.ts";
import { backTenIcon, onTenIcon } from "./player-icons.ts";

const skipSeconds = 10;

export interface Player extends Sound {
	durationSeconds: number | null;
	fileName?: string;
}

/** Plays one sound, which goes on when its page is left. */
export function playerView(player: Player): View {
	followElsewhere();
	const { data } = use(recording(player.src));
	const isMine = playing.sound?.id === player.id;
	const position = isMine ? playing.position : 0;
	const duration = (isMine ? playing.duration : null) ?? data?.seconds ?? player.durationSeconds ?? 0;
	const isPlaying = isMine && playing.isPlaying;
	return html`
		<section class="player" aria-label="Player" data-sound=${player.id}>
			<div class="player-wave" data-plain=${data?.peaks ? nothing : ""}>
				${waveView(`player-heard-${player.id}`, data?.peaks ?? null, duration > 0 ? position / duration : 0)}
				<input
					class="player-position"
					type="range"
					aria-label="Position"
					aria-valuetext="${formatSeconds(position)} of ${formatSeconds(duration)}"
					min="0"
					max=${Math.max(duration, 0.1)}
					step="0.1"
					.value=${live(String(position))}
					@input=${(event: Event) => startAt(player, Number((event.currentTarget as HTMLInputElement).value))}
					@keydown=${(event: KeyboardEvent) => pressInPosition(player, event)}
				>
			</div>
			<p class="player-times"><span class="number">${formatSeconds(position)}</span><span class="number">${formatSeconds(duration)}</span></p>
			<div class="player-buttons">
				<label class="player-speed">
					<span class="visually-hidden">Speed</span>
					<select class="button" @change=${(event: Event) => setSpeed(Number((event.currentTarget as HTMLSelectElement).value))}>
						${speeds.map((speed) => html`<option value=${speed} .selected=${live(speed === playing.speed)}>${speed}×</option>`)}
					</select>
				</label>
				${buttonView({ label: "Back 10 Seconds", icon: backTenIcon, isIconOnly: true, style: "plain", shortcut: "ArrowLeft", onPress: () => jump(player, -skipSeconds) })}
				<button type="button" class="player-toggle" aria-label=${isPlaying ? "Pause" : "Play"} title=${isPlaying ? "Pause" : "Play"} aria-keyshortcuts="Space" @click=${() => togglePlayer(player)}>
					${isPlaying ? pauseIcon : playIcon}
				</button>
				${buttonView({ label: "Forward 10 Seconds", icon: onTenIcon, isIconOnly: true, style: "plain", shortcut: "ArrowRight", onPress: () => jump(player, skipSeconds) })}
				<a class="button" data-style="plain" data-icon-only href=${player.src} download=${player.fileName ?? ""} aria-label="Download" title="Download">${downloadIcon}</a>
			</div>
			${isMine && playing.problem ? html`<p class="player-problem" role="alert">${playing.problem} <button type="button" class="button" data-style="plain" @click=${() => togglePlayer(player)}>Try Again</button></p>` : nothing}
		</section>
	`;
}

export function playerKeys(player: Player) {
	return [
		{ key: " ", label: "Play or pause", run: () => togglePlayer(player) },
		{ key: "ArrowLeft", label: "Back 10 seconds", run: () => jump(player, -skipSeconds) },
		{ key: "ArrowRight", label: "Forward 10 seconds", run: () => jump(player, skipSeconds) },
	];
}

function soundOf(player: Player): Sound {
	return { ...player, src: peek(recording(player.src))?.blobUrl ?? player.src };
}

export function togglePlayer(player: Player): void {
	toggle(soundOf(player));
}

/** A sound that was never played only moves its starting point. */
export function jump(player: Player, seconds: number): void {
	prepare(soundOf(player));
	skip(seconds);
}

function startAt(player: Player, seconds: number): void {
	prepare(soundOf(player));
	seek(seconds);
}

function pressInPosition(player: Player, event: KeyboardEvent): void {
	const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
	if (event.key === " ") togglePlayer(player);
	else if (by !== 0) jump(player, by * skipSeconds);
	else return;
	event.preventDefault();
}

function waveView(id: string, peaks: number[] | null, share: number): View {
	const path = wavePath(peaks);
	return html`
		<svg class="player-shape" viewBox="0 0 96 32" preserveAspectRatio="none" aria-hidden="true" focusable="false">
			<clipPath id=${id}><rect x="0" y="0" width=${(share * 96).toFixed(2)} height="32"></rect></clipPath>
			<path class="player-rest" d=${path}></path>
			<path class="player-heard" d=${path} clip-path="url(#${id})"></path>
		</svg>
	`;
}
