import type { ClosedMainLine } from "@cloudpbx/contracts/office/hours";
import { type ClosedWay, closedWays, hoursLimits } from "@cloudpbx/contracts/words/hours-words";
import { html, nothing } from "lit-html";
import { extensionNames } from "../../../api/extension-names.ts";
import { use } from "../../../api/resource.ts";
import { fieldView, selectView, textAreaView } from "../../../parts/forms/field.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import type { HoursForm } from "./form.ts";

export const closedWords: Record<ClosedWay, string> = {
	menu: "The menu, as when it is open",
	receptionist: "The receptionist",
	voicemail: "A voicemail box",
	number: "Another number",
};

export function closedLineView(form: HoursForm): View {
	const { closed } = form.data;
	const { greeting, then, extension, number } = closed;
	const set = (change: Partial<ClosedMainLine>) => form.set("closed", { ...closed, ...change });
	const people = can("extensions:read") ? [...(use(extensionNames).data ?? [])] : [];
	const known = people.some(([ext]) => ext === extension);
	const choices = people.map(([value, name]) => ({ value, label: `${value} ${name}` }));
	return html`
		<section class="group-section">
			<h2 class="group-title">While Closed</h2>
			<fieldset class="settings-group hours-fields" ?disabled=${form.readOnly !== null}>
				<legend class="visually-hidden">While Closed</legend>
				${textAreaView({
					label: "Closed greeting",
					name: "closed-greeting",
					value: greeting ?? "",
					maxLength: hoursLimits.greeting,
					placeholder: "We are closed. We are back on Monday at nine.",
					hint: "What callers of the main line hear first.",
					error: form.errorOf("closed.greeting"),
					onInput: (text) => set({ greeting: text || null }),
				})}
				${selectView({
					label: "Then callers get",
					name: "closed-then",
					value: then,
					choices: closedWays.map((value) => ({ value, label: closedWords[value] })),
					onInput: (value) =>
						form.set("closed", { greeting, then: closedWays.find((one) => one === value) ?? "menu" }),
				})}
				${
					then === "voicemail"
						? selectView({
								label: "Voicemail of",
								name: "closed-extension",
								value: extension ?? "",
								choices: [
									...(extension ? [] : [{ value: "", label: "Choose…" }]),
									...(extension && !known ? [{ value: extension, label: extension }] : []),
									...choices,
								],
								error: form.errorOf("closed.extension"),
								onInput: (value) => set({ extension: value }),
							})
						: nothing
				}
				${
					then === "number"
						? fieldView({
								label: "Number",
								name: "closed-number",
								type: "tel",
								value: number ?? "",
								maxLength: 40,
								error: form.errorOf("closed.number"),
								onInput: (value) => set({ number: value }),
							})
						: nothing
				}
			</fieldset>
			<p class="group-footer">Callers of a person’s own number leave a message at once, unless that person is always open.</p>
		</section>
	`;
}
