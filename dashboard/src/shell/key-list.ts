import { html } from "lit-html";
import { switchView } from "../parts/forms/field.ts";
import { openSheet } from "../parts/sheet.ts";
import type { Key } from "../screen.ts";
import { areSingleKeysOn, setSingleKeys } from "../state/key-choice.ts";
import { paletteKeyWords } from "../words/keys.ts";
import { pageKeys } from "./keys.ts";
import { destinations } from "./navigation.ts";

export function showKeyList(): void {
	openSheet({
		title: "Keyboard Shortcuts",
		view: () => {
			const { screenKeys, shellKeys } = pageKeys();
			const goTo = destinations().map(({ key, label }) => ({
				key: `G ${key.toUpperCase()}`,
				label: `Go to ${label}`,
			}));
			return html`
				<div class="sheet-body">
					${listView("Everywhere", [{ key: paletteKeyWords, label: "Search" }, ...shellKeys])}
					${screenKeys.length > 0 ? listView("On This Page", screenKeys) : ""} ${listView("Go To", goTo)}
					<div class="group">
						${switchView({
							label: "Single-Key Shortcuts",
							detail: "Letters alone, without Control or Command.",
							isOn: areSingleKeysOn(),
							onChange: setSingleKeys,
						})}
					</div>
				</div>
			`;
		},
	});
}

function listView(title: string, keys: Pick<Key, "key" | "label">[]) {
	return html`
		<section class="group-section">
			<h3 class="group-title">${title}</h3>
			<dl class="definitions">
				${keys.map(({ key, label }) => html`<div><dt>${label}</dt><dd><kbd>${names[key] ?? key}</kbd></dd></div>`)}
			</dl>
		</section>
	`;
}

const names: Record<string, string> = {
	" ": "Space",
	ArrowLeft: "←",
	ArrowRight: "→",
	ArrowUp: "↑",
	ArrowDown: "↓",
	Escape: "Esc",
};
