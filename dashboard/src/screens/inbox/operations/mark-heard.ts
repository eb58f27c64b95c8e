import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { patch } from "../../../api/resource.ts";
import { can } from "../../../session/session.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { voicemailsOf } from "../resources/calls-of-contact.ts";

export function markHeard({ id, from, listenedAt }: Voicemail): void {
	const name = `heard/${id}`;
	if (!can("voicemails:write") || from === null || listenedAt !== null || actionOf(name).refusal) return;
	void act(name, async () => {
		const heard = await ask(() => api.voicemails[":id"].listen.$post({ param: { id } }));
		patch(voicemailsOf(from), (list) => ({
			...list,
			items: list.items.map((voicemail) => (voicemail.id === id ? heard : voicemail)),
		}));
	});
}
