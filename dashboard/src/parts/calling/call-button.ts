import { nothing } from "lit-html";
import { can } from "../../session/session.ts";
import { act, actionOf } from "../../state/actions.ts";
import { buttonView } from "../button.ts";
import { phoneIcon } from "../icons.ts";
import { notify } from "../notices.ts";
import type { View } from "../view.ts";

/** The panel serves one call at a time. */
const calling = "call-out";

/** Rings the own telephones, then this number. A panel on every page shows the progress and refusals. */
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

export function callAction(number: string): { label: string; run: () => void } | null {
	return isCallable(number) ? { label: "Call", run: () => void call(number) } : null;
}

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
