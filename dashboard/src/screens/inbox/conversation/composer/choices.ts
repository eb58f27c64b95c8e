import { changed } from "../../../../state/store.ts";
import { undoMilliseconds } from "../../domain/outbox-item.ts";

/** Kept per browser. */
type Choice = "undo-send" | "return-sends";

const prefix = "cloudpbx/inbox/";

/** Milliseconds for which a text can be taken back. */
export function undoDelay(): number {
	return readChoice("undo-send", true) ? undoMilliseconds : 0;
}

/** By default Return sends with a keyboard and breaks the line on touch screens. */
export function doesReturnSend(): boolean {
	return readChoice("return-sends", matchMedia("(pointer: fine)").matches);
}

export function setChoice(choice: Choice, isOn: boolean): void {
	try {
		localStorage.setItem(prefix + choice, isOn ? "on" : "off");
	} catch {}
	changed();
}

function readChoice(choice: Choice, otherwise: boolean): boolean {
	try {
		const kept = localStorage.getItem(prefix + choice);
		return kept === null ? otherwise : kept === "on";
	} catch {
		return otherwise;
	}
}
