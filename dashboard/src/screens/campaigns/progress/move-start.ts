import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { plainRefusal, refusalError } from "../../../api/refusal.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { currentSession } from "../../../session/session.ts";
import { forget } from "../../../state/actions.ts";
import { instantOf, wallOf } from "../domain/wall-clock.ts";
import { schedule } from "../operations.ts";

const moving = "campaign-move";

export function openMove({ id, startAt }: Campaign): void {
	const timeZone = currentSession()?.timeZone ?? "UTC";
	forget(moving);
	openSheet({
		title: "Move the Start",
		view: () =>
			formView({
				name: moving,
				fields: (errorOf) =>
					fieldView({
						label: `Starts, ${timeZone}`,
						name: "startAt",
						type: "datetime-local",
						isRequired: true,
						error: errorOf("startAt"),
						...(startAt !== null && { value: wallOf(startAt, timeZone) }),
					}),
				submit: "Move",
				busyLabel: "Moving…",
				run: (values) => move(id, instantOf(values.startAt ?? "", timeZone)),
				onDone: closeSheet,
			}),
	});
}

async function move(id: string, startAt: string | null): Promise<void> {
	if (startAt === null || Date.parse(startAt) <= Date.now()) {
		throw refusalError(
			plainRefusal("bad_input", "That time is over. Choose a later one, or press Start Now."),
		);
	}
	await schedule(id, startAt);
}
