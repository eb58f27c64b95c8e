import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { notify } from "../../parts/notices.ts";
import { openAlert } from "../../parts/sheet.ts";
import { goTo } from "../../router.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { readAgain } from "./resources.ts";

/** Irreversible: the alert names what goes and what stays. */
export function askToErase({ name, company, number }: Contact): void {
	const who = name ?? company ?? formatNumber(number);
	openAlert({
		title: `Erase ${who}?`,
		text: `This contact and everything with ${formatNumber(number)} is deleted for good: texts, files, calls, voicemail, notes and entries in campaigns. Only totals without names stay. If this number opted out, a code stays too, so that it is never texted again.`,
		verb: "Erase Contact",
		busyLabel: "Erasing…",
		run: async () => {
			const rest: unknown = await ask(() => api.contacts[":number"].$delete({ param: { number } }));
			goTo("/contacts", { replaces: true });
			readAgain();
			notify({ text: rest ? `${who} is being erased. The rest goes within minutes.` : `${who} is erased.` });
		},
	});
}
