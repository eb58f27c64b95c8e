import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { peek, put, refresh } from "../../../api/resource.ts";
import { notify } from "../../../parts/notices.ts";
import { openAlert } from "../../../parts/sheet.ts";
import { act } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { checkNow, health, numbers, readAgain } from "../resources.ts";

export const assigning = (id: string) => `number-assign/${id}`;
export const repairing = (id: string) => `number-repair/${id}`;
export const checking = "numbers-check";

/** Not shown before the server answers: numbers cost money and ring people. */
export async function assign(one: PhoneNumber, extensionId: string | null): Promise<void> {
	if (one.extensionId === extensionId) return;
	const json = { extensionId, version: one.version };
	const before = one.extensionId;
	const done = await act(assigning(one.id), async () => {
		await ask(() => api.numbers[":id"].assign.$post({ param: { id: one.id }, json }));
		await refresh(numbers);
	});
	readAgain();
	if (!done) return;
	notify({
		text: `${formatNumber(one.number)} ${extensionId === null ? "plays the menu" : "rings somebody else"} now.`,
		undo: { label: "Undo Change", run: () => void assignAgain(one.id, before) },
	});
}

async function assignAgain(id: string, extensionId: string | null): Promise<void> {
	const current = peek(numbers)?.find((one) => one.id === id);
	if (current) await assign(current, extensionId);
}

export async function repair(id: string): Promise<void> {
	await ask(() => api.numbers[":id"].repair.$post({ param: { id } }));
	await Promise.all([refresh(numbers), refresh(health)]);
	readAgain();
}

/** Asks the carrier in any case. Run it as `checking`. */
export async function check(): Promise<void> {
	put(health, await checkNow());
}

export function askToRelease(one: PhoneNumber): void {
	openAlert({
		title: `Give ${formatNumber(one.number)} back for good?`,
		text: `${one.extension === null ? "It plays the menu" : `It rings extension ${one.extension}`} now. Calls and texts to it end at once, and the carrier may rent it to somebody else.`,
		verb: "Release Number",
		busyLabel: "Releasing…",
		run: async () => {
			await ask(() => api.numbers[":id"].$delete({ param: { id: one.id } }));
			await refresh(numbers);
			readAgain();
		},
	});
}
