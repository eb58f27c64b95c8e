import type { Encoding } from "@cloudpbx/domain/csv/decode-text";
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { buttonView } from "../../../parts/button.ts";
import { checkboxView } from "../../../parts/forms/field.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { actionOf } from "../../../state/actions.ts";
import { type ColumnUse, nameFields, useColumn } from "../domain/csv-head.ts";
import type { Draft, Source } from "./draft.ts";
import { changeHead, dropSource, handingIn, setHeading, uploadList } from "./source.ts";

/** Everything that a chosen list needs is one chunk. */
export { chooseFile, choosePasted } from "./source.ts";

const encodingWords: Record<Encoding, string> = {
	"utf-8": "UTF-8",
	"utf-16le": "UTF-16",
	"utf-16be": "UTF-16",
	"windows-1252": "Windows-1252",
};
const separatorWords = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };
const uses: [use: ColumnUse, label: string][] = [
	["number", "Number"],
	["field", "Field"],
	["timeZone", "Time Zone"],
	["state", "State"],
	["ignore", "Ignore"],
];

export function mappingView(draft: Draft, source: Source): View {
	const { head, name } = source;
	const { columns, separator, encoding, hasHeading } = head;
	const fields = nameFields(columns);
	const { isBusy, refusal } = actionOf(handingIn(draft));
	const hasNumber = columns.some(({ use }) => use === "number");
	const rows = columns[0]?.cells ?? [];
	return html`
		<p class="campaigns-source"><span dir="auto">${name}</span> · ${encodingWords[encoding]} · separated by ${separatorWords[separator]}</p>
		<div class="table-scroll campaigns-mapping" tabindex="0" role="region" aria-label="First rows of the list">
			<table>
				<thead>
					<tr>
						${columns.map(
							({ use, heading, cells }, at) => html`
								<th scope="col">
									<select
										class="input"
										aria-label="Column ${at + 1}${heading ? `, ${heading}` : ""}"
										@change=${(event: Event) => choose(source, at, event)}
									>
										${uses.map(([value, label]) => html`<option value=${value} .selected=${live(value === use)}>${value === "field" ? `${label} (${nameOf(fields, at, source)})` : label}</option>`)}
									</select>
									<span class="campaigns-samples" aria-hidden="true">${cells.filter(Boolean).join(" · ")}</span>
								</th>
							`,
						)}
					</tr>
				</thead>
				<tbody>
					${rows.map((_, row) => html`<tr>${columns.map(({ cells, use }) => html`<td dir="auto" ?data-ignored=${use === "ignore"}>${cells[row]}</td>`)}</tr>`)}
				</tbody>
			</table>
		</div>
		${checkboxView({
			label: "The first line holds headings",
			name: "campaign-heading",
			isChecked: hasHeading,
			onChange: (isOn) => setHeading(source, isOn),
		})}
		${refusalLine(refusal)}
		<div class="form-buttons">
			${buttonView({ label: "Choose Another", onPress: dropSource })}
			${buttonView({
				label: isBusy ? "Handing In…" : "Use This List",
				style: "prominent",
				isBusy,
				unavailable: hasNumber ? undefined : "Choose the column that holds the numbers.",
				onPress: () => void uploadList(draft, source),
			})}
		</div>
	`;
}

function nameOf(fields: string[], at: number, { head: { columns } }: Source): string {
	return fields[at] || nameFields(useColumn(columns, at, "field"))[at] || "";
}

function choose({ head }: Source, at: number, event: Event): void {
	const use = (event.currentTarget as HTMLSelectElement).value as ColumnUse;
	changeHead({ ...head, columns: useColumn(head.columns, at, use) });
}
