import { type Refusal, toRefusal } from "../api/refusal.ts";
import { changed } from "./store.ts";

/** A request that is being sent, or its refusal. */
export interface Action {
	isBusy: boolean;
	refusal: Refusal | null;
}

const idle: Action = { isBusy: false, refusal: null };
const actions = new Map<string, Action>();

/** A name contains its object, such as `close/conv_1`. */
export function actionOf(name: string): Action {
	return actions.get(name) ?? idle;
}

/** Runs it unless it is running. Keeps a refusal under the name. True on success. */
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

export function forget(name: string): void {
	if (actions.delete(name)) changed();
}

function show(name: string, action: Action): void {
	actions.set(name, action);
	changed();
}
