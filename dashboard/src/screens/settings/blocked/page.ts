import type { BlockItem, TypedBlockItem } from "@cloudpbx/contracts/office/blocklist";
import type { BlockedThen } from "@cloudpbx/contracts/words/blocklist-words";
import { blocklistLimits } from "@cloudpbx/contracts/words/blocklist-words";
import { html, nothing } from "lit-html";
import { blocklist, changeBlocklist } from "../../../api/blocklist.ts";
import { peek, prefetch } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { isSame } from "../../../parts/calling/blocking.ts";
import { fieldView, selectView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { moreIcon } from "../../../parts/icons.ts";
import { groupView, type Row } from "../../../parts/lists/row.ts";
import { menuView } from "../../../parts/menu.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { emptyView, refusalLine, resourceView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { act, actionOf, forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { lockedWords } from "../company-settings.ts";
import type { SettingsPage } from "../settings-page.ts";

const changeName = "blocked-change";
const addName = "blocked-add";

type Kind = "number" | "prefix" | "anonymous";
const kinds: { value: Kind; label: string }[] = [
	{ value: "number", label: "One number" },
	{ value: "prefix", label: "Numbers that begin with…" },
	{ value: "anonymous", label: "Callers without caller ID" },
];
const thenWords: Record<BlockedThen, string> = {
	reject: "Calls are rejected",
	voicemail: "Calls go to voicemail",
};
const store = createStore<{ kind: Kind }>({ kind: "number" });

export const page: SettingsPage = {
	load: () => void prefetch(blocklist),
	view: () =>
		resourceView(
			blocklist,
			({ items }) => html`
				<p class="settings-intro">These callers reach nobody. Their texts are kept but not answered.</p>
				${
					can("settings:write")
						? html`<div class="ways">${buttonView({
								label: "Block…",
								onPress: showAdd,
								unavailable:
									items.length < blocklistLimits.items
										? undefined
										: `${blocklistLimits.items} entries are the most. A prefix may stand for many of them.`,
							})}</div>`
						: html`<p class="settings-intro">${lockedWords}</p>`
				}
				${refusalLine(actionOf(changeName).refusal)}
				${
					items.length === 0
						? emptyView({
								title: "Nobody Is Blocked",
								text: "Block a caller here, on the page of a call, or in a conversation.",
							})
						: groupView({ label: "Blocked callers", rows: items.map(rowOf) })
				}
			`,
		),
};

function rowOf(item: BlockItem, index: number): Row {
	const name = nameItem(item);
	return {
		title: html`<span class="number">${name}</span>`,
		detail: thenWords[item.then],
		...(can("settings:write") && { trailing: menuOf(item, index, name) }),
	};
}

function menuOf(item: BlockItem, index: number, name: string): View {
	const choose = (then: BlockedThen) => ({
		label: then === "reject" ? "Reject Calls" : "Send Calls to Voicemail",
		isChosen: item.then === then,
		run: () => void act(changeName, () => replace({ ...item, then })),
	});
	return menuView({
		id: `blocked-${index}`,
		label: `Change ${name}`,
		face: moreIcon,
		isIconOnly: true,
		items: [
			choose("reject"),
			choose("voicemail"),
			null,
			{ label: "Remove", isDestructive: true, run: () => void act(changeName, () => remove(item, index)) },
		],
	});
}

function replace(item: BlockItem): Promise<unknown> {
	return changeBlocklist((items) => items.map((one) => (isSame(one, item) ? item : one)));
}

async function remove(item: BlockItem, index: number): Promise<void> {
	await changeBlocklist((items) => items.filter((one) => !isSame(one, item)));
	const back = () =>
		changeBlocklist((items) => [...items.filter((one) => !isSame(one, item))].toSpliced(index, 0, item));
	notify({
		text: `${nameItem(item)} removed.`,
		undo: { label: "Undo Remove", run: () => void act(changeName, back) },
	});
}

function showAdd(): void {
	forget(addName);
	store.change((state) => (state.kind = "number"));
	openSheet({
		title: "Block",
		view: () => {
			const { kind } = store.state;
			const place = `items.${peek(blocklist)?.items.length ?? 0}`;
			return formView({
				name: addName,
				fields: (errorOf) => html`
					${selectView({
						label: "Who",
						name: "kind",
						value: kind,
						choices: kinds,
						error: errorOf(place),
						onInput: (value) => store.change((state) => (state.kind = value as Kind)),
					})}
					${
						kind === "anonymous"
							? nothing
							: fieldView({
									label: kind === "number" ? "Number" : "Begins with",
									name: "digits",
									type: "tel",
									isRequired: true,
									isFirst: true,
									maxLength: 40,
									hint:
										kind === "number"
											? "As people write it."
											: "A country such as +44, or an area code such as +1 809. All numbers that begin with it are blocked.",
									error: errorOf(`${place}.${kind}`),
								})
					}
					${selectView({
						label: "Calls",
						name: "then",
						value: "reject",
						choices: [
							{ value: "reject", label: "Are rejected" },
							{ value: "voicemail", label: "Go to voicemail" },
						],
					})}
				`,
				submit: "Block",
				busyLabel: "Blocking…",
				run: ({ digits = "", then }) => add(kind, digits, then === "voicemail" ? then : "reject"),
				onDone: closeSheet,
			});
		},
	});
}

async function add(kind: Kind, digits: string, then: BlockedThen): Promise<void> {
	const typed: TypedBlockItem =
		kind === "number"
			? { number: digits, then }
			: kind === "prefix"
				? { prefix: digits, then }
				: { anonymous: true, then };
	const { items } = await changeBlocklist((before) => [...before, typed]);
	const added = items.at(-1);
	if (!added) return;
	const undo = () => changeBlocklist((before) => before.filter((one) => !isSame(one, added)));
	notify({
		text: `${nameItem(added)} blocked.`,
		undo: { label: "Undo Block", run: () => void act(changeName, undo) },
	});
}

function nameItem(item: BlockItem): string {
	if ("number" in item) return formatNumber(item.number);
	return "prefix" in item ? `${item.prefix}…` : "No caller ID";
}
