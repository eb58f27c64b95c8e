import { can } from "../../session/session.ts";
import { createStore } from "../../state/store.ts";

const key = "cloudpbx/checklist";
const store = createStore({ isOver: isKeptOver() });

/** Offered to people who may take every first step, until all are taken or the list is hidden in this browser. */
export function isChecklistOffered(): boolean {
	const mayAll = can("calls:read") && can("extensions:write") && can("messages:read") && can("users:write");
	return mayAll && !store.state.isOver;
}

export function endChecklist(): void {
	try {
		localStorage.setItem(key, "over");
	} catch {}
	store.change((state) => (state.isOver = true));
}

function isKeptOver(): boolean {
	try {
		return localStorage.getItem(key) === "over";
	} catch {
		return false;
	}
}
