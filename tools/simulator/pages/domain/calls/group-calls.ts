import type { CallView } from "../../control/call-view.ts";
import { newestFirst } from "../phones/derive-phone.ts";

export interface CallGroup {
	root: CallView;
	legs: CallView[];
}

/** Newest first. A leg without a known parent is a group of its own. */
export function groupCalls(calls: ReadonlyMap<string, CallView>): CallGroup[] {
	const groups = new Map<string, CallGroup>();
	for (const call of calls.values()) {
		if (!hasParent(call, calls)) groups.set(call.sid, { root: call, legs: [] });
	}
	for (const call of calls.values()) {
		if (hasParent(call, calls)) groups.get(findRoot(call, calls).sid)?.legs.push(call);
	}
	for (const group of groups.values()) group.legs.sort(newestFirst).reverse();
	return [...groups.values()].sort((a, b) => newestFirst(a.root, b.root));
}

function findRoot(call: CallView, calls: ReadonlyMap<string, CallView>): CallView {
	const parent = call.parentSid === null ? undefined : calls.get(call.parentSid);
	return parent ? findRoot(parent, calls) : call;
}

function hasParent(call: CallView, calls: ReadonlyMap<string, CallView>): boolean {
	return call.parentSid !== null && calls.has(call.parentSid);
}
