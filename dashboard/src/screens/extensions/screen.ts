import type { Extension } from "@cloudpbx/contracts/extensions";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { pages } from "../../api/pages.ts";
import { prefetch } from "../../api/resource.ts";
import { avatarView } from "../../parts/avatar.ts";
import { pageView } from "../../parts/page.ts";
import { pagedListView } from "../../parts/paged-list.ts";
import { emptyView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import type { Screen } from "../../screen.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { extensionStatusWords } from "../../words/statuses.ts";

const extensions = pages<Extension>({
	key: "extensions",
	loadPage: (cursor, signal) =>
		ask(() => api.extensions.$get({ query: { ...(cursor && { cursor }) } }, until(signal))),
});

export const screen: Screen = {
	load: () => void prefetch(extensions),
	view: () =>
		pageView({
			title: "Extensions",
			isNarrow: true,
			body: pagedListView({
				resource: extensions,
				label: "Extensions",
				row: ({ ext, name, number, status }) => ({
					title: name,
					detail: number ? `${ext} · ${writeNumber(number)}` : ext,
					leading: avatarView(name),
					trailing: statusView(extensionStatusWords[status]),
				}),
				empty: emptyView({
					title: "No Extensions",
					text: "An extension is a person with three keys and a number.",
				}),
			}),
		}),
};
