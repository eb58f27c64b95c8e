import "./style.css";
import { html } from "lit-html";
import { peek, prefetch } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { plusIcon } from "../../parts/icons.ts";
import { segmentsView } from "../../parts/lists/segments.ts";
import { pageView } from "../../parts/page.ts";
import { skeletonView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { peopleView } from "./people.ts";
import { extensions, health, numbers, settings } from "./resources.ts";

const detail = lazily(() => import("./detail.ts"));
const numbersPane = lazily(() => import("./numbers/numbers.ts"));
const isOfNumbers = ({ query }: Place) => query.get("show") === "numbers" && can("numbers:read");

export const screen: Screen = {
	load(place) {
		if (!can("extensions:read")) return;
		void prefetch(extensions);
		if (place.params.extensionId) {
			detail();
			if (can("settings:read")) void prefetch(settings);
		} else if (isOfNumbers(place)) {
			numbersPane();
			void prefetch(numbers);
			void prefetch(health);
		}
	},
	title: ({ params }) => nameOf(params.extensionId),
	view(place) {
		const { extensionId } = place.params;
		return extensionId ? oneView(extensionId) : listView(place);
	},
	keys: ({ params }) =>
		params.extensionId || !can("extensions:write")
			? []
			: [{ key: "c", label: "New extension", run: openCreate }],
	commands: () =>
		can("extensions:write") ? [{ section: "Actions", label: "New Extension…", run: openCreate }] : [],
};

function oneView(id: string): View {
	return pageView({
		title: nameOf(id) ?? "Extension",
		isNarrow: true,
		back: { href: "/extensions", label: "Extensions" },
		body: detail()?.extensionView(id) ?? skeletonView(),
	});
}

function listView(place: Place): View {
	const ofNumbers = isOfNumbers(place);
	const show = place.query.get("show");
	const segment = (label: string, name: string | null) => ({
		label,
		href: withQuery(place, { show: name }),
		isCurrent: show === name,
	});
	const segments = [
		segment("People and Groups", null),
		...(can("numbers:read") ? [segment("Numbers", "numbers")] : []),
		segment("Deactivated", "deactivated"),
	];
	return pageView({
		title: "Extensions",
		isNarrow: true,
		actions: ofNumbers ? (numbersPane()?.numbersActions() ?? "") : createButton(),
		filters: segmentsView({ label: "Extensions", items: segments }),
		body: ofNumbers
			? (numbersPane()?.numbersView() ?? skeletonView())
			: peopleView(show === "deactivated", createButton()),
	});
}

function createButton(): View {
	if (!can("extensions:write")) return "";
	return html`${buttonView({ label: "New Extension…", style: "prominent", icon: plusIcon, shortcut: "c", onPress: openCreate })}`;
}

function openCreate(): void {
	void import("./form/create.ts").then(({ showCreate }) => showCreate());
}

function nameOf(id: string | undefined): string | undefined {
	return id ? peek(extensions)?.find((one) => one.id === id)?.name : undefined;
}
