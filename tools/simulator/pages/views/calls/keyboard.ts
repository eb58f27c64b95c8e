import { derivePhone } from "../../domain/phones/derive-phone.ts";
import { deleteKey } from "../../operations/dial-field.ts";
import { dialNumber } from "../../operations/drive-call.ts";
import { draftOf, type Phone, state } from "../../state.ts";
import { pressOnPhone } from "./press-on-phone.ts";

/**
 * Digits, star and pound press keys of the focused phone. While it writes a number, Backspace deletes and Return
 * calls. Fields and buttons keep their keys.
 */
export function listenToKeyboard(): void {
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const target = event.target instanceof Element ? event.target : null;
		if (target?.closest("input:not([type=radio]):not([type=range]), textarea, select, dialog")) return;
		const ownPhone = target?.closest<HTMLElement>(".phone");
		const number = ownPhone?.dataset.number ?? state.focusedNumber;
		const phone = state.phones.find((one) => one.number === number);
		if (!phone) return;
		if (/^[0-9*#+]$/.test(event.key)) {
			pressOnPhone(phone, event.key);
			showPressed(phone.number, event.key);
		} else if (event.key === "Backspace" && writesNumber(phone)) deleteKey(phone.number);
		else if (event.key === "Enter" && writesNumber(phone) && leavesReturn(target)) {
			if (!event.repeat) void dialNumber(phone.number);
		} else return;
		event.preventDefault();
	});
}

function writesNumber({ number }: Phone): boolean {
	return draftOf(number).tab === "phone" && derivePhone(number, state.calls.values()).kind === "idle";
}

function leavesReturn(target: Element | null): boolean {
	return target === document.body || target?.matches(".phone, .phone .captions") === true;
}

const pressedMilliseconds = 150;

function showPressed(number: string, key: string): void {
	const button = document.querySelector(
		`.phone[data-number="${CSS.escape(number)}"] [data-key="${CSS.escape(key)}"]`,
	);
	button?.setAttribute("data-pressed", "");
	setTimeout(() => button?.removeAttribute("data-pressed"), pressedMilliseconds);
}
