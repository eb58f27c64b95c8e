import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { legsMax, membersMax } from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { buttonView } from "../../../parts/button.ts";
import { closeIcon, downIcon } from "../../../parts/icons.ts";
import type { View } from "../../../parts/view.ts";
import { afterDrawing, createStore } from "../../../state/store.ts";
import { countOf } from "../../../words/counts.ts";
import { candidatesOf, countPhones, findPerson, moveMember, phonesOf } from "../domain/members.ts";
import { gripIcon, upIcon } from "../icons.ts";

/** The dragged member, and the last change for screen readers. */
const store = createStore<{ dragged: string | null; told: string }>({ dragged: null, told: "" });

interface Members {
	members: readonly string[];
	all: readonly Extension[];
	isTogether: boolean;
	error: string | undefined;
	onChange: (members: string[]) => void;
}

export function membersView(field: Members): View {
	const { all, error, members } = field;
	return html`
		<fieldset class="extensions-members" aria-describedby="members-hint">
			<legend>Members</legend>
			${
				members.length === 0
					? html`<p class="soft">Nobody yet: callers reach the voicemail at once.</p>`
					: html`<ol class="group" aria-label="Members, in their order">
							${repeat(
								members,
								(keys) => keys,
								(keys, index) => memberView(field, keys, index),
							)}
						</ol>`
			}
			<p class="visually-hidden" role="status">${store.state.told}</p>
			${addView(field)}
			${error ? html`<p class="field-error" role="alert">${error}</p>` : nothing}
			${phonesView(field, countPhones(all, members))}
		</fieldset>
	`;
}

function memberView(field: Members, keys: string, index: number): View {
	const { all, members } = field;
	const person = findPerson(all, keys);
	const name = person?.name ?? `Extension ${keys}`;
	const phones = person ? phonesOf(person).length : 0;
	const isFirst = index === 0;
	const isLast = index === members.length - 1;
	return html`
		<li
			class="row extensions-member"
			data-member=${keys}
			draggable="true"
			?data-dragged=${store.state.dragged === keys}
			@dragstart=${(event: DragEvent) => {
				event.dataTransfer?.setData("text/plain", name);
				store.change((state) => (state.dragged = keys));
			}}
			@dragend=${() => store.change((state) => (state.dragged = null))}
			@dragover=${(event: DragEvent) => {
				const { dragged } = store.state;
				if (dragged === null || !members.includes(dragged)) return;
				event.preventDefault();
				if (dragged !== keys) field.onChange(moveMember(members, members.indexOf(dragged), index));
			}}
			@drop=${(event: DragEvent) => event.preventDefault()}
		>
			<span class="extensions-grip" title="Drag to another place">${gripIcon}</span>
			<span class="row-text">
				<span class="row-title" dir="auto">${name}</span>
				<span class="row-detail">${keys} · ${phones === 0 ? "no telephone: passed over" : countOf(phones, { one: "telephone", other: "telephones" })}</span>
			</span>
			<span class="extensions-ways">
				${wayView("up", {
					label: `Move ${name} Up`,
					icon: upIcon,
					unavailable: isFirst ? "The first already." : undefined,
					onPress: () => move(field, index, index - 1, name),
				})}
				${wayView("down", {
					label: `Move ${name} Down`,
					icon: downIcon,
					unavailable: isLast ? "The last already." : undefined,
					onPress: () => move(field, index, index + 1, name),
				})}
				${wayView("remove", {
					label: `Remove ${name}`,
					icon: closeIcon,
					onPress: () => {
						store.change((state) => (state.told = `${name} is removed.`));
						field.onChange(members.filter((one) => one !== keys));
					},
				})}
			</span>
		</li>
	`;
}

interface Way {
	label: string;
	icon: View;
	unavailable?: string;
	onPress: () => void;
}

function wayView(name: "up" | "down" | "remove", way: Way): View {
	return html`<span data-way=${name}>${buttonView({ ...way, style: "plain", isIconOnly: true })}</span>`;
}

function move({ members, onChange }: Members, from: number, to: number, name: string): void {
	const keys = members[from];
	const way = to < from ? "up" : "down";
	store.change(
		(state) =>
			(state.told = `${name} is number ${to + 1} of ${countOf(members.length, { one: "member", other: "members" })}.`),
	);
	onChange(moveMember(members, from, to));
	afterDrawing(() =>
		document.querySelector<HTMLElement>(`[data-member="${keys}"] [data-way=${way}] button`)?.focus(),
	);
}

function addView({ all, members, onChange }: Members): View {
	const candidates = candidatesOf(all, members);
	if (members.length >= membersMax)
		return html`<p class="soft small">${membersMax} members are the most.</p>`;
	if (candidates.length === 0) return html`<p class="soft small">Everybody is a member.</p>`;
	return html`
		<select
			id="field-members"
			class="input"
			aria-label="Add a member"
			@change=${(event: Event) => {
				const select = event.currentTarget as HTMLSelectElement;
				const keys = select.value;
				select.value = "";
				if (keys === "") return;
				const name = findPerson(all, keys)?.name ?? keys;
				store.change((state) => (state.told = `${name} is added.`));
				onChange([...members, keys]);
			}}
		>
			<option value="">Add a Member…</option>
			${candidates.map(({ ext, name }) => html`<option value=${ext}>${name}, ${ext}</option>`)}
		</select>
	`;
}

function phonesView({ error, isTogether }: Members, phones: number): View {
	const isTooMany = isTogether && phones > legsMax && !error;
	const text = isTogether
		? `${countOf(phones, { one: "telephone rings", other: "telephones ring" })} at once; ${legsMax} are the most.`
		: "Each rings in turn. People who are closed or in a call are skipped.";
	return html`<p class=${isTooMany ? "field-error" : "field-hint"} id="members-hint">${text}${isTooMany ? " Let them ring one after another, or remove somebody." : ""}</p>`;
}
