import type { Hours } from "@cloudpbx/contracts/office/hours";
import { decideOpening } from "@cloudpbx/domain/hours/decide-opening";
import { phrases } from "@cloudpbx/domain/phrases";
import { html, nothing } from "lit-html";
import { useExtensionNames } from "../../../api/extension-names.ts";
import type { View } from "../../../parts/view.ts";
import { formatOpening } from "../../../words/hours.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { callerPreviewView } from "../caller-preview.ts";

/** Previews the words that callers of the main line would hear now if the form were saved. */
export function hoursPreviewView(hours: Hours, timeZone: string, isRecorded: boolean): View {
	const now = Date.now();
	const opening = decideOpening(hours, timeZone, new Date(now));
	const words = formatOpening({ ...opening, until: opening.until?.toISOString() ?? null }, now, timeZone);
	const nameOf = useExtensionNames();
	const isUsual = opening.greeting === (hours.closed.greeting || null);
	const isPlayed = isRecorded && !opening.isOpen && isUsual;
	const first = isPlayed ? null : (opening.greeting ?? (opening.isOpen ? null : phrases.closed));
	const then = opening.isOpen ? "the menu." : thenWords(hours.closed, nameOf);
	return html`
		<section class="group-section">
			<h2 class="group-title">Calls to the Main Line Now</h2>
			<div class="hours-note">
				<p dir="auto">${`${words}.`}</p>
				<p>${isPlayed ? `Callers hear the recording, then ${then}` : first === null ? `Callers hear ${then}` : `Callers hear the words below, then ${then}`}</p>
			</div>
		</section>
		${first === null ? nothing : callerPreviewView({ title: "Callers Hear", words: first })}
	`;
}

function thenWords({ then, extension, number }: Hours["closed"], nameOf: (ext: string) => string): string {
	if (then === "receptionist") return "the receptionist.";
	if (then === "voicemail") {
		return extension ? `they leave a message for ${nameOf(extension)}.` : "they leave a message.";
	}
	if (then === "number") return number ? `${formatNumber(number)} rings.` : "another number rings.";
	return "the menu.";
}
