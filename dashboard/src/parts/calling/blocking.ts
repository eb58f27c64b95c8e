import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";
import { findBlock } from "@cloudpbx/domain/blocklist/find-block";
import { html, nothing } from "lit-html";
import { blocklist, changeBlocklist } from "../../api/blocklist.ts";
import { use } from "../../api/resource.ts";
import { can } from "../../session/session.ts";
import { act, actionOf } from "../../state/actions.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { actionButton } from "../button.ts";
import { notify } from "../notices.ts";
import { refusalLine } from "../states.ts";
import { statusView } from "../status.ts";
import type { View } from "../view.ts";

const nameOf = (number: string) => `block/${number}`;
const isNumber = (number: string) => /^\+[1-9]\d{6,14}$/.test(number);

function useBlock(number: string): BlockItem | null | undefined {
	if (!can("settings:read")) return undefined;
	const { data } = use(blocklist);
	return data && findBlock(data.items, number);
}

/** Blocks or unblocks at once, with Undo. Nothing without permission, or when a prefix blocks the number. */
export function blockButtonView(number: string): View {
	const block = useBlock(number);
	if (block === undefined || !isNumber(number) || !can("settings:write")) return nothing;
	if (block && !("number" in block)) return nothing;
	const name = nameOf(number);
	return block
		? actionButton({ name, label: "Unblock", busyLabel: "Unblocking…", run: () => unblock(block) })
		: actionButton({ name, label: "Block Caller", busyLabel: "Blocking…", run: () => blockNumber(number) });
}

export function blockStateView(number: string): View {
	const block = useBlock(number);
	const refused = refusalLine(actionOf(nameOf(number)).refusal);
	if (!block) return refused;
	const calls = block.then === "reject" ? "Calls are rejected" : "Calls go to voicemail";
	const by = "prefix" in block ? ` by the entry ${block.prefix}…` : "";
	return html`
		<p class="block-state">
			${statusView({ word: "Blocked", tone: "bad" })}
			<span class="soft">${calls}${by}, texts are kept unanswered.</span>
			${by ? html`<a href="/settings/blocked">Blocked Callers</a>` : nothing}
		</p>
		${refused}
	`;
}

export function blockAction(number: string): { label: string; run: () => void } | null {
	if (!isNumber(number) || !can("settings:read") || !can("settings:write")) return null;
	const block = useBlock(number) ?? null;
	if (block && !("number" in block)) return null;
	return {
		label: block ? "Unblock" : "Block Caller",
		run: () => void act(nameOf(number), () => (block ? unblock(block) : blockNumber(number))),
	};
}

/** False while the blocklist is being read; a refusal counts as known. */
export function isBlockKnown(): boolean {
	if (!can("settings:read")) return true;
	const { data, refusal } = use(blocklist);
	return Boolean(data ?? refusal);
}

async function blockNumber(number: string): Promise<void> {
	const item: BlockItem = { number, then: "reject" };
	await changeBlocklist((items) => [...items.filter((one) => !isSame(one, item)), item]);
	notify({
		text: `${formatNumber(number)} is blocked.`,
		undo: { label: "Undo Block", run: () => void act(nameOf(number), () => remove(item)) },
	});
}

async function unblock(item: BlockItem & { number: string }): Promise<void> {
	await remove(item);
	notify({
		text: `${formatNumber(item.number)} is blocked no more.`,
		undo: {
			label: "Undo Unblock",
			run: () => void act(nameOf(item.number), () => changeBlocklist((items) => [...items, item])),
		},
	});
}

function remove(item: BlockItem): Promise<unknown> {
	return changeBlocklist((items) => items.filter((one) => !isSame(one, item)));
}

export function isSame(one: BlockItem, other: BlockItem): boolean {
	if ("number" in one) return "number" in other && one.number === other.number;
	if ("prefix" in one) return "prefix" in other && one.prefix === other.prefix;
	return "anonymous" in other;
}
