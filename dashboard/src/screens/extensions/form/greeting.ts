import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { nothing } from "lit-html";
import { actionButton } from "../../../parts/button.ts";
import { recordedGreetingView } from "../../../parts/recorded-greeting/recorded-greeting.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { actionOf } from "../../../state/actions.ts";
import { followChange } from "./edit.ts";

export function greetingView(one: Extension, isChangeable: boolean): View {
	const { id, ext, name, version, greetingAudio: audio } = one;
	const pinName = `extension-pin-open/${id}`;
	const hasPhone = one.forwardTo !== null || one.alsoRing.length > 0;
	return recordedGreetingView(
		{
			id,
			path: `/api/extensions/${encodeURIComponent(id)}/greeting/audio`,
			audio,
			version,
			title: `Greeting of ${name}`,
			href: `/extensions/${id}`,
			fileName: `greeting-${ext}`,
			text: "the text above",
			callers: `Callers of ${name}`,
			follow: (saved) => followChange(one, saved as Extension),
			otherWay: hasPhone
				? actionButton({
						name: pinName,
						label: "Record by Telephone…",
						busyLabel: "Opening…",
						run: async () => (await import("./greeting-pin.ts")).showGreetingPin(one),
					})
				: nothing,
			otherRefusal: refusalLine(actionOf(pinName).refusal),
		},
		isChangeable,
	);
}
