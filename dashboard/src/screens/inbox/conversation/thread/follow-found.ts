import { loadBackTo } from "../../resources/thread.ts";
import { findScroller, showInMiddle } from "./place-in-thread.ts";

let shown = "";

/** Shows the found text once. The texts between it and the newest are read first. */
export function followFound(id: string, foundId: string | null): void {
	const wanted = foundId === null ? "" : `${id}/${foundId}`;
	if (wanted === shown) return;
	shown = wanted;
	if (foundId !== null) void goTo(id, foundId);
}

async function goTo(id: string, foundId: string): Promise<void> {
	if (!(await loadBackTo(id, foundId))) return;
	await new Promise((resolve) => setTimeout(resolve, 0));
	const element = findScroller()?.querySelector(`#${CSS.escape(foundId)}`);
	if (element) showInMiddle(element);
}
