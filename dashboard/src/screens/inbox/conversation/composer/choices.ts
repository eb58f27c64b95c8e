import { changed } from "../../../../state/store.ts";
import { undoMilliseconds } from "../../domain/outbox-item.ts";

/** How somebody wants to write, in this browser. */
type Choice = "undo-send" | "return-sends";

const prefix = "cloudpbx/inbox/";

/** How long a text is held, in milliseconds. */
export function writeDelay(): number {
	return readChoice("undo-send", true) ? undoMilliseconds : 0;
}

/** With a keyboard Return sends; on glass it breaks the line, unless somebody wants it otherwise. */
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
