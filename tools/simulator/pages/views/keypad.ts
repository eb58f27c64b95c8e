import { html, type TemplateResult } from "lit-html";

const KEYS: { key: string; letters: string; name: string }[] = [
	{ key: "1", letters: "", name: "1" },
	{ key: "2", letters: "ABC", name: "2" },
	{ key: "3", letters: "DEF", name: "3" },
	{ key: "4", letters: "GHI", name: "4" },
	{ key: "5", letters: "JKL", name: "5" },
	{ key: "6", letters: "MNO", name: "6" },
	{ key: "7", letters: "PQRS", name: "7" },
	{ key: "8", letters: "TUV", name: "8" },
	{ key: "9", letters: "WXYZ", name: "9" },
	{ key: "*", letters: "", name: "Star" },
	{ key: "0", letters: "+", name: "0" },
	{ key: "#", letters: "", name: "Pound" },
];

/** Glows while the company waits for a key. */
export function keypadView(press: (key: string) => void, glows = false): TemplateResult {
	return html`
		<div class="keypad" role="group" aria-label="Keypad" ?data-glows=${glows}>
			${KEYS.map(
				({ key, letters, name }) => html`
					<button type="button" class="key" aria-label=${name} data-key=${key} @click=${() => press(key)}>
						<span class="digit" data-letters=${letters} aria-hidden="true">${key === "*" ? "∗" : key}</span>
					</button>
				`,
			)}
		</div>
	`;
}
