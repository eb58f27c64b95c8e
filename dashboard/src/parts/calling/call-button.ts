import { nothing } from "lit-html";
import { can } from "../../session/session.ts";
import { act, actionOf } from "../../state/actions.ts";
import { buttonView } from "../button.ts";
import { phoneIcon } from "../icons.ts";
import { notify } from "../notices.ts";
import type { View } from "../view.ts";

/** A call is asked for, or goes on: the panel is about that one. */
const calling = "call-out";

/** Has one's own telephone ring, then this number. How it goes on, and what was refused, is told by a panel on every page. */
export function callButtonView(number: string, { isIconOnly = false } = {}): View {
	if (!isCallable(number)) return nothing;
	return buttonView({
		label: "Call",
		icon: phoneIcon,
		isIconOnly,
		isBusy: actionOf(calling).isBusy,
		onPress: () => void call(number),
	});
}

/** The same for a menu; null where it is not to be offered. */
export function callAction(number: string): { label: string; run: () => void } | null {
	return isCallable(number) ? { label: "Call", run: () => void call(number) } : null;
}

/** Whether who sits here may call it. */
export function isCallable(number: string): boolean {
	return can("calls:write") && /^\+[1-9]\d{6,14}$/.test(number);
}

async function call(number: string): Promise<void> {
	const isDone = await act(calling, async () => {
		const { followCall } = await import("./call-panel.ts");
		await followCall(number);
	});
	const { refusal } = actionOf(calling);
	if (!isDone && refusal) notify({ text: refusal.detail });
}
