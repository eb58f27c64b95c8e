import type { NoticeChoices, Notices } from "@cloudpbx/contracts/notices";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { patch, type Resource } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";

export const noticesResource: Resource<Notices> = {
	key: "me/notices",
	load: (signal) => ask(() => api.me.notices.$get({}, until(signal))),
};

/** Each choice is an action of its own: the next one does not wait for it. */
export const changeNameOf = (field: keyof NoticeChoices) => `settings/notices/${field}`;

/** Shown at once, stored, and shown as the server has it. */
export async function choose<Field extends keyof NoticeChoices>(
	field: Field,
	value: NoticeChoices[Field],
): Promise<void> {
	const undo = patch(noticesResource, (old) => ({ ...old, [field]: value }));
	const isStored = await act(changeNameOf(field), async () => {
		const saved = await ask(() => api.me.notices.$put({ json: { [field]: value } }));
		patch(noticesResource, (old) => ({ ...old, [field]: saved[field] }));
	});
	if (!isStored) undo();
}
