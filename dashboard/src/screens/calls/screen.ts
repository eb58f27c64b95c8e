import "./style.css";
import { peek, prefetch } from "../../api/resource.ts";
import { splitView } from "../../parts/page.ts";
import { skeletonView } from "../../parts/states.ts";
import { withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { readFilter } from "./filter.ts";
import { filtersView } from "./filters.ts";
import { listView } from "./list.ts";
import { nameParty } from "./names.ts";
import { call, calls } from "./resources.ts";

const detail = lazily(() => import("./detail.ts"));

export const screen: Screen = {
	load({ params, query }) {
		if (!can("calls:read")) return;
		void prefetch(calls(readFilter(query)));
		if (!params.callId) return;
		detail();
		void prefetch(call(params.callId));
	},
	title: ({ params }) => nameOf(params.callId),
	view(place) {
		const { callId } = place.params;
		return splitView({
			title: "Calls",
			listHref: withQuery({ ...place, path: "/calls" }, {}),
			filters: filtersView(place),
			list: listView(place),
			detail: callId ? (detail()?.callView(callId) ?? skeletonView()) : null,
			detailTitle: nameOf(callId) ?? "Call",
			hint: "Choose a call.",
		});
	},
	keys: ({ params }) => (params.callId ? (detail()?.detailKeys(params.callId) ?? []) : []),
};

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(call(id)) : undefined;
	return known ? nameParty(known) : undefined;
}
