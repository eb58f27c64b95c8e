import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { textAreaView } from "../../../parts/forms/field.ts";
import { notify } from "../../../parts/notices.ts";
import type { View } from "../../../parts/view.ts";
import { currentSession } from "../../../session/session.ts";
import { act } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { readAgain } from "./resources.ts";

const reasonCharactersMax = 500;

/** Takes a typed number. A notice offers Undo. */
export async function optOut(typed: string, reason: string): Promise<void> {
	const { number } = await ask(() => api["opt-outs"].$post({ json: { number: typed, reason } }));
	readAgain();
	const name = currentSession()?.person?.name ?? "an owner";
	notify({
		text: `${formatNumber(number)} has opted out.`,
		undo: {
			label: "Undo Opt-Out",
			run: () =>
				void act("opt-out-undo", () =>
					liftOptOut(number, `Entered by mistake and undone at once by ${name}.`),
				),
		},
	});
}

export async function liftOptOut(number: string, reason: string): Promise<void> {
	const param = { number: encodeURIComponent(number) };
	await ask(() => api["opt-outs"][":number"].$delete({ param, json: { reason } }));
	readAgain();
}

export function reasonView(example: string, error: string | undefined): View {
	return textAreaView({
		label: "Reason",
		name: "reason",
		rows: 2,
		isRequired: true,
		maxLength: reasonCharactersMax,
		hint: `For example: “${example}”`,
		error,
	});
}
