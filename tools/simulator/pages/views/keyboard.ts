import { state } from "../state.ts";
import { pressOnPhone } from "./press-on-phone.ts";

/** Digits, star and pound press the keys of the phone in use; fields keep what is typed into them. */
export function listenToKeyboard(): void {
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return;
		const target = event.target instanceof Element ? event.target : null;
		if (target?.closest("input:not([type=radio]):not([type=range]), textarea, select, dialog")) return;
		const number = target?.closest<HTMLElement>(".phone")?.dataset.number ?? state.focusedNumber;
		const phone = state.phones.find((one) => one.number === number);
		if (!phone) return;
		event.preventDefault();
		pressOnPhone(phone, event.key);
		showPressed(phone.number, event.key);
	});
}

const PRESSED_MS = 150;

function showPressed(number: string, key: string): void {
	const button = document.querySelector(
		`.phone[data-number="${CSS.escape(number)}"] [data-key="${CSS.escape(key)}"]`,
	);
	button?.setAttribute("data-pressed", "");
	setTimeout(() => button?.removeAttribute("data-pressed"), PRESSED_MS);
}
