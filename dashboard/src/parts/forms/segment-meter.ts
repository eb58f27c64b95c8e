import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { html, nothing, type TemplateResult } from "lit-html";
import { plainTextOf } from "../../domain/plain-text.ts";
import { countOf, formatInteger } from "../../words/counts.ts";

/** Maximum characters that are named; the others are counted. */
const namedMax = 6;

const texts = { one: "text", other: "texts" };

export function segmentMeterView(
	text: string,
	{ onReplace }: { onReplace?: (plain: string) => void } = {},
): TemplateResult {
	const { segments, units, nonGsmCharacters } = countSegments(text);
	const over = text.length - textCharactersMax;
	return html`
		<div class="segment-meter">
			${
				over > 0
					? html`<p class="too-long">${countOf(over, { one: "character", other: "characters" })} too many; ${formatInteger(textCharactersMax)} is the most.</p>`
					: html`<p><span class="number">${formatInteger(units)}</span> · ${countOf(segments, texts)}</p>`
			}
			${nonGsmCharacters.length === 0 ? nothing : costView(text, segments, nonGsmCharacters, onReplace)}
		</div>
	`;
}

/** Offers the plain form where it is cheaper or leaves more room. */
function costView(
	text: string,
	segments: number,
	characters: readonly string[],
	onReplace: ((plain: string) => void) | undefined,
): TemplateResult {
	const plain = plainTextOf(text);
	const cheaper = countSegments(plain);
	const isCheaper = cheaper.segments < segments;
	const more = characters.length - namedMax;
	return html`
		<p>
			${characters.slice(0, namedMax).map((character) => html`<span class="costly">${nameCharacter(character)}</span> `)}
			${more > 0 ? `and ${formatInteger(more)} more ` : ""}${isCheaper ? `make it ${countOf(segments, texts)} instead of ${formatInteger(cheaper.segments)}.` : "leave room for 70 characters a text instead of 160."}
			${
				onReplace && (isCheaper || cheaper.encoding === "GSM-7")
					? html`<button type="button" class="button" data-style="plain" @click=${() => onReplace(plain)}>Replace with Plain</button>`
					: nothing
			}
		</p>
	`;
}

export function nameCharacter(character: string): string {
	if (character === "\t") return "tab";
	if (/^\s$/u.test(character)) return "wide space";
	return /^\p{Cf}$/u.test(character) ? "invisible sign" : character;
}
