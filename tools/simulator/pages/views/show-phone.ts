import type { Phone } from "../state.ts";

export const phoneId = ({ number }: Pick<Phone, "number">) => `at-${number.replace(/\D/g, "")}`;

export function showPhone(phone: Pick<Phone, "number">): void {
	const section = document.getElementById(phoneId(phone));
	section?.scrollIntoView({ inline: "center", block: "nearest" });
	section?.focus({ preventScroll: true });
}

export function showPhoneSoon(phone: Pick<Phone, "number">): void {
	queueMicrotask(() => showPhone(phone));
}
