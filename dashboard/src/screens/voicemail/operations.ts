import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { markStale, patch, put } from "../../api/resource.ts";
import { openAlert } from "../../parts/sheet.ts";
import { goTo } from "../../router.ts";
import { can, currentSession } from "../../session/session.ts";
import { act } from "../../state/actions.ts";
import { nameOrNumber } from "../../words/phone-numbers.ts";
import { readFilter, voicemail, voicemails } from "./resources.ts";

export const hearingName = (id: string) => `hear/${id}`;

/** Marks it as heard for everybody. The first time stays. */
export async function markHeard(one: Voicemail): Promise<void> {
	if (one.listenedAt !== null || !can("voicemails:write")) return;
	const person = currentSession()?.person;
	const listenedBy = person ? { id: person.id, name: person.name } : null;
	const heard = { listenedAt: new Date().toISOString(), listenedBy };
	await show(one.id, heard, () => ask(() => api.voicemails[":id"].listen.$post({ param: { id: one.id } })));
}

export async function markUnheard(one: Voicemail): Promise<void> {
	const unheard = { listenedAt: null, listenedBy: null };
	await show(one.id, unheard, () =>
		ask(() => api.voicemails[":id"].listen.$delete({ param: { id: one.id } })),
	);
}

async function show(
	id: string,
	change: Pick<Voicemail, "listenedAt" | "listenedBy">,
	send: () => Promise<Voicemail>,
): Promise<void> {
	const undo = [
		patch(voicemail(id), (old) => ({ ...old, ...change })),
		patch(voicemails(readFilter(new URLSearchParams(location.search))), (old) => ({
			...old,
			items: old.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
		})),
	];
	const isDone = await act(hearingName(id), async () => put(voicemail(id), await send()));
	if (!isDone) for (const takeBack of undo) takeBack();
}

/** Deletes sound and words, also at the carrier, so it asks first. */
export function askToDelete(one: Voicemail): void {
	openAlert({
		title: `Delete the voicemail of ${nameOrNumber({ number: one.from, contactName: one.contactName })}?`,
		text: "Its sound and its words are deleted here and at the carrier. This cannot be undone.",
		verb: "Delete Voicemail",
		busyLabel: "Deleting…",
		async run() {
			await ask(() => api.voicemails[":id"].$delete({ param: { id: one.id } }));
			if (location.pathname.endsWith(one.id)) goTo(`/voicemail${location.search}`, { replaces: true });
			markStale(({ key }) => key.startsWith("voicemails?") || key === "session" || key === "dashboard");
		},
	});
}
