import "./style.css";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { html, nothing } from "lit-html";
import { prefetch } from "../../api/resource.ts";
import { pageView } from "../../parts/page.ts";
import { resourceView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { attentionView } from "./attention.ts";
import { isChecklistOffered } from "./checklist-offer.ts";
import { nowView, todayView, weekView } from "./figures.ts";
import { checklist, dashboard, opening } from "./resources.ts";

export const screen: Screen = {
	load: () => void prefetch(dashboard),
	view: () => pageView({ title: "Overview", isNarrow: true, body: resourceView(dashboard, bodyView) }),
};

function bodyView(facts: Dashboard): View {
	return html`
		${isChecklistOffered() ? (checklist()?.checklistView() ?? nothing) : nothing}
		${can("settings:read") ? (opening()?.openingView({ href: "/settings/hours" }) ?? nothing) : nothing} ${attentionView(facts)}
		${can("calls:read") ? html`${todayView(facts)} ${nowView(facts)} ${weekView(facts)}` : nothing}
	`;
}
