import type { Phone } from "../state.ts";

export const phoneId = ({ number }: Pick<Phone, "number">) => `at-${number.replace(/\D/g, "")}`;

/** Brings a phone into sight and gives it the keyboard. */
export function showPhone(phone: Pick<Phone, "number">): void {
	const section = document.getElementById(phoneId(phone));
	section?.scrollIntoView({ inline: "center", block: "nearest" });
	section?.focus({ preventScroll: true });
}

/** For a phone that is on the page only once the last change is drawn. */
export function showPhoneSoon(phone: Pick<Phone, "number">): void {
	queueMicrotask(() => showPhone(phone));
}
