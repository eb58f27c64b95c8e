import { html, type TemplateResult } from "lit-html";

const keys: { key: string; letters: string; name: string }[] = [
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

const holdMilliseconds = 500;

interface Manner {
	writes?: boolean;
	glows?: boolean;
}

export function keypadView(press: (key: string) => void, manner: Manner = {}): TemplateResult {
	const { writes = false, glows = false } = manner;
	return html`
		<div class="keypad" role="group" aria-label="Keypad" ?data-glows=${glows}>
			${keys.map(
				({ key, letters, name }) => html`
					<button
						type="button"
						class="key"
						aria-label=${name}
						data-key=${key}
						@pointerdown=${() => pressDown(writes && key === "0" ? () => press("+") : null)}
						@pointerup=${letGo}
						@pointerleave=${letGo}
						@pointercancel=${letGo}
						@click=${() => {
							if (!wasHeld) press(key);
							wasHeld = false;
						}}
					>
						<span class="digit" data-letters=${letters} aria-hidden="true">${key === "*" ? "∗" : key}</span>
					</button>
				`,
			)}
		</div>
	`;
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** The click after a long press is not another key. */
let wasHeld = false;

function pressDown(actWhenHeld: (() => void) | null): void {
	wasHeld = false;
	if (!actWhenHeld) return;
	timer = setTimeout(() => {
		wasHeld = true;
		actWhenHeld();
	}, holdMilliseconds);
}

function letGo(): void {
	clearTimeout(timer);
}
