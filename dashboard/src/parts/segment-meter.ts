import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { html, nothing, type TemplateResult } from "lit-html";
import { plainTextOf } from "../domain/plain-text.ts";
import { countOf, writeInteger } from "../words/counts.ts";

/** What a text costs while it is written: its length, how many texts, and which characters make it dearer. */
export function segmentMeterView(
	text: string,
	{ onReplace }: { onReplace?: (plain: string) => void } = {},
): TemplateResult {
	const { segments, units, nonGsmCharacters } = countSegments(text);
	const plain = plainTextOf(text);
	return html`
		<div class="segment-meter">
			<p><span class="number">${writeInteger(units)}</span> · ${countOf(segments, { one: "text", other: "texts" })}</p>
			${
				nonGsmCharacters.length === 0
					? nothing
					: html`<p>
							Longer because of <span class="costly">${nonGsmCharacters.slice(0, 8).join(" ")}</span>
							${
								onReplace && plain !== text
									? html`<button type="button" class="button" data-style="plain" @click=${() => onReplace(plain)}>Replace with Plain</button>`
									: nothing
							}
						</p>`
			}
		</div>
	`;
}
