import type { Hours } from "@cloudpbx/contracts/hours";
import { decideOpening } from "@cloudpbx/domain/hours/decide-opening";
import { html, nothing } from "lit-html";
import { useExtensionNames } from "../../../api/extension-names.ts";
import type { View } from "../../../parts/view.ts";
import { writeOpening } from "../../../words/hours.ts";
import { writeNumber } from "../../../words/phone-numbers.ts";
import { heardView } from "../heard.ts";

/** What callers of the main line would meet at this moment, if what stands in the form were saved. */
export function heardNowView(hours: Hours, timeZone: string): View {
	const now = Date.now();
	const opening = decideOpening(hours, timeZone, new Date(now));
	const words = writeOpening({ ...opening, until: opening.until?.toISOString() ?? null }, now, timeZone);
	const nameOf = useExtensionNames();
	const then = opening.isOpen ? "They get the menu." : thenWords(hours.closed, nameOf);
	return html`
		<section class="group-section">
			<h2 class="group-title">Calls to the Main Line Now</h2>
			<div class="hours-note">
				<p dir="auto">${`${words}.`}</p>
				<p>${opening.greeting === null ? "Callers hear the usual words." : "Callers hear the greeting below first."} ${then}</p>
			</div>
		</section>
		${opening.greeting === null ? nothing : heardView({ title: "Callers Hear", words: opening.greeting })}
	`;
}

function thenWords({ then, extension, number }: Hours["closed"], nameOf: (ext: string) => string): string {
	if (then === "receptionist") return "Then the receptionist answers them.";
	if (then === "voicemail") {
		return extension ? `Then they leave a message for ${nameOf(extension)}.` : "Then they leave a message.";
	}
	if (then === "number") return number ? `Then ${writeNumber(number)} rings.` : "Then another number rings.";
	return "Then they get the menu.";
}
