import { formatTyping } from "../domain/phones/format-number.ts";
import { change, draftOf } from "../state.ts";

export function offerNumber(phone: string, number: string): void {
	change(() => Object.assign(draftOf(phone), { dialled: number, isOffered: true }));
}

export function setDialled(phone: string, dialled: string): void {
	change(() => Object.assign(draftOf(phone), { dialled, isOffered: false }));
}

export function addKey(phone: string, key: string): void {
	const { dialled, isOffered } = draftOf(phone);
	setDialled(phone, formatTyping((isOffered ? "" : dialled) + key));
}

export function deleteKey(phone: string): void {
	setDialled(phone, draftOf(phone).dialled.replace(/[\s()-]*.$/, ""));
}
