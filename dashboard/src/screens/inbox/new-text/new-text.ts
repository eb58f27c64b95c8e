import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { fieldView, selectView, textAreaView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { segmentMeterView } from "../../../parts/forms/segment-meter.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { goTo } from "../../../router.ts";
import { currentSession } from "../../../session/session.ts";
import { readDraft, writeDraft } from "../../../state/drafts.ts";
import { afterDrawing } from "../../../state/store.ts";
import { formatNumber, readTypedNumber } from "../../../words/phone-numbers.ts";
import { newMessageId } from "../new-message-id.ts";
import { nameLine } from "../words.ts";

interface NewText {
	id: string;
	to: string;
	from: string;
	message: string;
}

const draftName = "text/new";

export function showNewText(to?: string): void {
	if (to !== undefined) change({ to });
	openSheet({ title: "New Text", view: sheetView });
	if (to !== undefined) afterDrawing(() => document.querySelector<HTMLElement>(".sheet textarea")?.focus());
}

function sheetView() {
	const { numbers = [] } = currentSession() ?? {};
	const { to, from, message } = readNewText();
	const number = readTypedNumber(to);
	return formView({
		name: "new-text",
		fields: (errorOf) => html`
			${fieldView({
				label: "To",
				name: "to",
				type: "tel",
				inputMode: "tel",
				value: to,
				isRequired: true,
				placeholder: "(415) 555-0153",
				hint: number ? formatNumber(number) : "A number with its area code, or with + and its country.",
				error: errorOf("to"),
				onInput: (value) => change({ to: value }),
			})}
			${
				numbers.length > 1
					? selectView({
							label: "From",
							name: "from",
							value: from,
							choices: numbers.map((one) => ({
								value: one.number,
								label: `${nameLine(one.number)}, ${formatNumber(one.number)}`,
							})),
							error: errorOf("from"),
							onInput: (value) => change({ from: value }),
						})
					: nothing
			}
			${textAreaView({
				label: "Text",
				name: "message",
				rows: 4,
				value: message,
				isRequired: true,
				maxLength: textCharactersMax,
				error: errorOf("message"),
				onInput: (value) => change({ message: value }),
			})}
			${segmentMeterView(message, { onReplace: (plain) => change({ message: plain }) })}
		`,
		submit: "Send",
		busyLabel: "Sending…",
		run: send,
	});
}

async function send(): Promise<void> {
	const { id, to, from, message } = readNewText();
	const sent = await ask(() =>
		api.sms.send.$post({ json: { id, to: readTypedNumber(to) ?? to, message, ...(from && { from }) } }),
	);
	writeDraft(draftName, null);
	closeSheet();
	goTo(`/inbox/${sent.conversationId}`);
}

function readNewText(): NewText {
	const begun = { id: newMessageId(), to: "", from: currentSession()?.numbers[0]?.number ?? "", message: "" };
	return { ...begun, ...readDraft<NewText>(draftName) };
}

/** Other content gets a new id. */
function change(values: Partial<NewText>): void {
	writeDraft(draftName, { ...readNewText(), ...values, id: newMessageId() });
}
