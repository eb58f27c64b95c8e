import { type Refusal, toRefusal } from "../api/refusal.ts";
import { changed } from "./store.ts";

/** Something that was asked of the server: under way, or refused, with the reason for whoever asked. */
export interface Action {
	isBusy: boolean;
	refusal: Refusal | null;
}

const idle: Action = { isBusy: false, refusal: null };
const actions = new Map<string, Action>();

/** How it stands with the action of this name; names hold whom it is about, such as `close/conv_1`. */
export function actionOf(name: string): Action {
	return actions.get(name) ?? idle;
}

/** Runs it unless it is running; a refusal is kept under the name, for the view. True when it succeeded. */
export async function act(name: string, run: () => Promise<unknown>): Promise<boolean> {
	if (actionOf(name).isBusy) return false;
	show(name, { isBusy: true, refusal: null });
	try {
		await run();
		forget(name);
		return true;
	} catch (error) {
		show(name, { isBusy: false, refusal: toRefusal(error) });
		return false;
	}
}

/** The reader has seen the refusal, or has begun anew. */
export function forget(name: string): void {
	if (actions.delete(name)) changed();
}

function show(name: string, action: Action): void {
	actions.set(name, action);
	changed();
}
