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
		text: `This contact and everything with ${formatNumber(number)} goes for good: texts, files, calls, voicemail, notes and places in campaigns. What stays are figures without names and, if this number opted out of texts, a code by which it is still never texted.`,
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
