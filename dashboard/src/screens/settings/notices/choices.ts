import type { NoticeChoices, Notices } from "@cloudpbx/contracts/news/notices";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { patch, type Resource } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";

export const noticesResource: Resource<Notices> = {
	key: "me/notices",
	load: (signal) => ask(() => api.me.notices.$get({}, until(signal))),
};

export const changeName = "settings/notices";

let stored: Promise<unknown> = Promise.resolve();

/** Shown at once, and stored in order. */
export function choose<Field extends keyof NoticeChoices>(field: Field, value: NoticeChoices[Field]): void {
	const undo = patch(noticesResource, (old) => ({ ...old, [field]: value }));
	stored = stored.then(async () => {
		const isStored = await act(changeName, () =>
			ask(() => api.me.notices.$put({ json: { [field]: value } })),
		);
		if (!isStored) undo();
	});
}
