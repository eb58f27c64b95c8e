import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { extensionNames } from "../api/extension-names.ts";
import { peek, prefetch } from "../api/resource.ts";
import { filterCommands } from "../domain/filter-commands.ts";
import { searchIcon } from "../parts/icons.ts";
import { goTo } from "../router.ts";
import type { Command } from "../screen.ts";
import { offeredEntries } from "../screens/settings/pages.ts";
import { can } from "../session/session.ts";
import { openKeyList } from "../state/overlays.ts";
import { screenCommands } from "../state/page.ts";
import { formatNumber, readTypedNumber } from "../words/phone-numbers.ts";
import { destinations } from "./navigation.ts";
import { foundOnServer, searchOnServer } from "./palette-search.ts";

const resultsMax = 12;
const recentMax = 4;
let query = "";
let place = 0;
let dialog: HTMLDialogElement | null = null;

let recent: string[] = [];

/** Answers from memory at once. Texts come later, at the end, so that nothing moves. */
export function showPalette(): void {
	if (document.querySelector("dialog[open]")) return;
	query = "";
	place = 0;
	dialog ??= document.body.appendChild(document.createElement("dialog"));
	dialog.className = "palette";
	dialog.ariaLabel = "Search";
	draw();
	dialog.showModal();
	dialog.querySelector("input")?.focus();
	if (can("extensions:read")) void prefetch(extensionNames).then(draw);
}

function draw(): void {
	if (!dialog) return;
	const found = results();
	place = Math.min(place, Math.max(found.length - 1, 0));
	render(
		html`
			<label class="palette-field">
				${searchIcon}
				<input
					type="text"
					role="combobox"
					aria-label="Search pages, people, texts and numbers"
					placeholder="Pages, people, texts, a phone number"
					aria-expanded="true"
					aria-controls="palette-results"
					aria-activedescendant=${found.length > 0 ? `palette-${place}` : nothing}
					autocomplete="off"
					spellcheck="false"
					.value=${live(query)}
					@input=${(event: Event) => {
						query = (event.currentTarget as HTMLInputElement).value;
						place = 0;
						searchOnServer(query, draw);
						draw();
					}}
					@keydown=${walk}
				>
			</label>
			<div class="palette-results" id="palette-results" role="listbox" aria-label="Results">
				${found.map(
					(command, index) => html`
						${found[index - 1]?.section === command.section ? nothing : html`<p class="palette-section" role="presentation">${command.section}</p>`}
						<div class="palette-result" role="option" id="palette-${index}" aria-selected=${index === place ? "true" : "false"} @click=${() => choose(command)} @pointermove=${() => point(index)}>
							<span class="row-text"><span class="row-title">${command.label}</span></span>
							${command.detail ? html`<span class="row-detail">${command.detail}</span>` : nothing}
						</div>
					`,
				)}
			</div>
			${found.length === 0 ? html`<p class="palette-none" role="status">Nothing found for “${query}”.</p>` : nothing}
		`,
		dialog,
	);
}

function results(): Command[] {
	const known = [...numberCommands(), ...filterCommands(recentFirst(allCommands()), query)];
	return [...known.slice(0, resultsMax), ...foundOnServer(query)];
}

function recentFirst(commands: Command[]): Command[] {
	const placeOf = ({ href }: Command) => (href ? recent.indexOf(href) : -1);
	const chosen = commands.filter((command) => placeOf(command) >= 0);
	const rest = commands.filter((command) => placeOf(command) < 0);
	return [...chosen.sort((one, other) => placeOf(one) - placeOf(other)), ...rest];
}

function allCommands(): Command[] {
	const pages = destinations().map(({ label, href, key }) => ({
		section: "Go To" as const,
		label,
		href,
		detail: `G ${key.toUpperCase()}`,
	}));
	const settings = offeredEntries().map(({ name, title, detail }) => ({
		section: "Go To" as const,
		label: `Settings: ${title}`,
		detail,
		href: `/settings/${name}`,
	}));
	return [
		...screenCommands(),
		...pages,
		// Only while something is typed: there are too many.
		...(query.trim() === "" ? [] : settings),
		...people(),
		{ section: "Actions", label: "Keyboard Shortcuts", detail: "?", run: openKeyList },
	];
}

function people(): Command[] {
	if (query.trim() === "" || !can("calls:read")) return [];
	return [...(peek(extensionNames) ?? [])].map(([extension, name]) => ({
		section: "People",
		label: name,
		detail: extension,
		href: `/calls?ext=${extension}`,
	}));
}

function numberCommands(): Command[] {
	const number = readTypedNumber(query);
	if (number === null) return [];
	const encoded = encodeURIComponent(number);
	const commands: Command[] = [];
	if (can("messages:send")) {
		commands.push({
			section: "Actions",
			label: `Text ${formatNumber(number)}`,
			href: `/inbox?to=${encoded}`,
		});
	}
	if (can("calls:read")) {
		commands.push({
			section: "Actions",
			label: `Calls with ${formatNumber(number)}`,
			href: `/calls?number=${encoded}`,
		});
	}
	return commands;
}

function walk(event: KeyboardEvent): void {
	const found = results();
	if (event.key === "ArrowDown") point((place + 1) % Math.max(found.length, 1));
	else if (event.key === "ArrowUp") point((place - 1 + found.length) % Math.max(found.length, 1));
	else if (event.key === "Enter" && !event.isComposing) {
		const chosen = found[place];
		if (chosen) choose(chosen);
	} else return;
	event.preventDefault();
}

function point(index: number): void {
	if (place === index) return;
	place = index;
	draw();
	dialog?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
}

function choose(command: Command): void {
	dialog?.close();
	if (command.href !== undefined) {
		recent = [command.href, ...recent.filter((href) => href !== command.href)].slice(0, recentMax);
		goTo(command.href);
	} else command.run?.();
}
