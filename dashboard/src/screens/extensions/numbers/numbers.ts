import type { NumberTrouble, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { peek, use } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { downIcon, moreIcon, plusIcon } from "../../../parts/icons.ts";
import { menuView } from "../../../parts/menu.ts";
import { emptyView, refusalLine, resourceView } from "../../../parts/states.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { arrangeNumbers, findMainLine } from "../domain/main-line.ts";
import { extensions, health, numbers } from "../resources.ts";
import { describeRelease, kindWords } from "../words.ts";
import { healthView, troubleView, unusedNumbersView } from "./health.ts";
import { askToRelease, assign, assigning } from "./operations.ts";
import { showAdopt, showBuy, showLabel } from "./sheets.ts";

export function numbersActions(): View {
	if (!can("numbers:write")) return nothing;
	return html`
		${buttonView({ label: "Take Up…", onPress: showAdopt })}
		${buttonView({ label: "Buy…", style: "prominent", icon: plusIcon, onPress: showBuy })}
	`;
}

export function numbersView(): View {
	const troubles = use(health).data?.items ?? [];
	return html`
		${healthView()}
		${resourceView(extensions, () => resourceView(numbers, listOf))}
	`;

	function listOf(all: PhoneNumber[]): View {
		const main = findMainLine(all);
		const strays = troubles.filter(({ number }) => !all.some((one) => one.number === number));
		if (all.length === 0 && strays.length === 0) return noNumbersView;
		return html`
				<ul class="group" aria-label="Numbers">
					${repeat(
						arrangeNumbers(all),
						({ id }) => id,
						(one) =>
							html`<li>${numberView(
								one,
								one === main,
								troubles.find(({ number }) => number === one.number),
							)}</li>`,
					)}
				</ul>
				${unusedNumbersView(strays)}
			`;
	}
}

const noNumbersView = emptyView({
	title: "No Numbers",
	text: "Buy a number, or add one that the carrier account already has. It plays the company’s menu until you assign it to an extension.",
});

function numberView(one: PhoneNumber, isMain: boolean, trouble: NumberTrouble | undefined): View {
	const { refusal } = actionOf(assigning(one.id));
	return html`
		<div class="row extensions-number">
			<span class="row-text">
				<span class="row-line"><span class="row-title" dir="auto"><span class="number">${formatNumber(one.number)}</span>${one.label ? html` <span class="soft">${one.label}</span>` : nothing}</span></span>
				<span class="row-detail">${describe(one, isMain)}</span>
			</span>
			<span class="extensions-controls">${can("numbers:write") ? controlsView(one) : ringsView(one)}</span>
		</div>
		${trouble ? troubleView(trouble) : nothing}
		${refusal ? html`<div class="extensions-below">${refusalLine(refusal)}</div>` : nothing}
	`;
}

function describe({ kind, releaseAt, createdAt }: PhoneNumber, isMain: boolean): View {
	const facts = [isMain ? "The company’s main line" : null, kindWords[kind]].filter(Boolean).join(" · ");
	if (releaseAt !== null) return `${facts} · ${describeRelease(releaseAt)}`;
	return html`${facts} · since ${timeView(createdAt)}`;
}

function ringsView({ extensionId, extension }: PhoneNumber): View {
	if (extension === null) return "Plays the menu";
	const holder = peek(extensions)?.find(({ id }) => id === extensionId);
	if (holder?.status === "inactive") return `Was that of ${holder.name}`;
	return `Rings ${holder?.name ?? `extension ${extension}`}`;
}

function controlsView(one: PhoneNumber): View {
	const { isBusy } = actionOf(assigning(one.id));
	const active = (use(extensions).data ?? [])
		.filter(({ status }) => status !== "inactive")
		.sort((a, b) => a.ext.localeCompare(b.ext));
	return html`
		${menuView({
			id: `rings-${one.id}`,
			label: isBusy ? "Changing…" : "What it does",
			face: html`<span class="extensions-face">${isBusy ? "Changing…" : ringsView(one)}</span>${downIcon}`,
			className: "button extensions-rings",
			items: [
				{
					label: "Company Menu",
					detail: "Callers say or press the extension they want.",
					isChosen: one.extensionId === null,
					run: () => void assign(one, null),
				},
				null,
				...active.map(({ id, ext, name }) => ({
					label: `${ext} ${name}`,
					isChosen: one.extensionId === id,
					run: () => void assign(one, id),
				})),
			],
		})}
		${menuView({
			id: `more-${one.id}`,
			label: `More for ${formatNumber(one.number)}`,
			face: moreIcon,
			isIconOnly: true,
			items: [
				{
					label: "Name It…",
					detail: "Such as “Sales line”. Only your people see it.",
					run: () => showLabel(one),
				},
				null,
				{ label: "Give Back…", isDestructive: true, run: () => askToRelease(one) },
			],
		})}
	`;
}
