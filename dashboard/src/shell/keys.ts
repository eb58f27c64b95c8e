import { undoLast } from "../parts/notices.ts";
import { goTo } from "../router.ts";
import type { Key } from "../screen.ts";
import { areSingleKeysOn } from "../state/key-choice.ts";
import { openKeyList, openPalette } from "../state/overlays.ts";
import { destinations } from "./navigation.ts";

const sequenceMilliseconds = 1500;
let goPressedAt = Number.NEGATIVE_INFINITY;
let keysOfScreen: () => Key[] = () => [];

const shellKeys: Key[] = [
	{ key: "/", label: "Search", run: () => focusSearch() },
	{ key: "j", label: "Next in the list", run: () => step(1) },
	{ key: "k", label: "Previous in the list", run: () => step(-1) },
	{ key: "?", label: "This list", run: openKeyList },
];

export function pageKeys(): { screenKeys: Key[]; shellKeys: Key[] } {
	return { screenKeys: keysOfScreen(), shellKeys };
}

/** Uses letters as written (`event.key`), not places on the keyboard, and never Alt. */
export function listenToKeys(screenKeys: () => Key[]): void {
	keysOfScreen = screenKeys;
	document.addEventListener("keydown", (event) => {
		if (event.defaultPrevented || event.isComposing || event.altKey) return;
		if (event.metaKey || event.ctrlKey) pressWithControl(event);
		else press(event);
	});
}

function pressWithControl(event: KeyboardEvent): void {
	const letter = event.key.toLowerCase();
	if (letter === "k") {
		event.preventDefault();
		openPalette();
	} else if (letter === "," && !isModal()) {
		event.preventDefault();
		goTo("/settings");
	} else if (letter === "z" && !event.shiftKey && !isWriting(event.target) && undoLast()) {
		event.preventDefault();
	}
}

function press(event: KeyboardEvent): void {
	if (isModal()) return;
	const isLetter = event.key.length === 1 && event.key !== " ";
	const inField = isWriting(event.target);
	if (isLetter && (inField || !areSingleKeysOn())) return;
	if (Date.now() - goPressedAt < sequenceMilliseconds) {
		goPressedAt = Number.NEGATIVE_INFINITY;
		const there = destinations().find(({ key }) => key === event.key);
		if (there) {
			goTo(there.href);
			return;
		}
	}
	if (event.key === "g") {
		goPressedAt = Date.now();
		return;
	}
	const key = [...keysOfScreen(), ...shellKeys].find((one) => one.key === event.key);
	if (!key || (inField && !key.worksInFields)) return;
	// Keys with a meaning of their own on focused elements: Space presses buttons, Return also links.
	const presses = event.key === " " ? "button, summary" : event.key === "Enter" ? "button, a, summary" : null;
	if (presses !== null && (event.target as Element).closest(presses)) return;
	event.preventDefault();
	key.run();
}

function isWriting(target: EventTarget | null): boolean {
	const element =
		target instanceof Element ? target.closest("input, textarea, select, [contenteditable]") : null;
	return element !== null && !["checkbox", "radio", "button"].includes((element as HTMLInputElement).type);
}

function isModal(): boolean {
	return document.querySelector("dialog[open]") !== null;
}

function focusSearch(): void {
	const search = document.querySelector<HTMLInputElement>("main input[type=search]");
	if (search) search.focus();
	else openPalette();
}

function step(by: 1 | -1): void {
	const rows = [...document.querySelectorAll<HTMLElement>("main a.row")];
	const focused = rows.indexOf(document.activeElement as HTMLElement);
	const chosen = rows.findIndex((row) => row.ariaCurrent === "true");
	const place = focused === -1 ? chosen : focused;
	const next = rows[place === -1 ? 0 : Math.min(Math.max(place + by, 0), rows.length - 1)];
	next?.focus();
	if (next?.closest(".split")) (next as HTMLAnchorElement).click();
}
