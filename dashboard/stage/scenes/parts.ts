import { html } from "lit-html";
import { avatarView } from "../../src/parts/avatar.ts";
import { actionButton, buttonView } from "../../src/parts/button.ts";
import { barsView } from "../../src/parts/charts/bars.ts";
import { heatMapView } from "../../src/parts/charts/heat-map.ts";
import {
	checkboxView,
	fieldView,
	selectView,
	switchView,
	textAreaView,
} from "../../src/parts/forms/field.ts";
import { formView } from "../../src/parts/forms/form.ts";
import { segmentMeterView } from "../../src/parts/forms/segment-meter.ts";
import { infoIcon, moreIcon, plusIcon } from "../../src/parts/icons.ts";
import { definitionsView } from "../../src/parts/lists/definitions.ts";
import { groupView } from "../../src/parts/lists/row.ts";
import { segmentedChoice } from "../../src/parts/lists/segments.ts";
import { menuView } from "../../src/parts/menu.ts";
import { pageView, splitView } from "../../src/parts/page.ts";
import { jump, playerView, togglePlayer } from "../../src/parts/player/player.ts";
import { closeSheet, openAlert, openSheet } from "../../src/parts/sheet.ts";
import { emptyView, refusalLine } from "../../src/parts/states.ts";
import { statusView } from "../../src/parts/status.ts";
import { timeView } from "../../src/parts/time.ts";
import { countOf } from "../../src/words/counts.ts";
import { callAnalytics, dashboard } from "../fixtures/company/figures.ts";
import { ago, type Scene } from "../scene.ts";

const none = () => undefined;
const sound = { id: "vm_1", src: "/api/voicemails/vm_1/audio", title: "Ana Ruiz", durationSeconds: 23 };

function controlsView() {
	return pageView({
		title: "Controls",
		isNarrow: true,
		actions: html`${buttonView({ label: "Facts", icon: infoIcon, isIconOnly: true, onPress: none })} ${buttonView({ label: "New Campaign", style: "prominent", icon: plusIcon, onPress: none })}`,
		body: html`
			${segmentedChoice<"day" | "week">({
				label: "View",
				name: "view",
				value: "day",
				choices: { day: "Day", week: "Week" },
				onChange: none,
			})}
			<p>
				${buttonView({ label: "Delete…", style: "destructive", onPress: none })} ${buttonView({ label: "Plain", style: "plain", onPress: none })}
				${buttonView({ label: "Send", style: "prominent", unavailable: "The contact is opted out.", onPress: none })}
				${actionButton({ name: "gallery", label: "Close", busyLabel: "Closing…", run: async () => undefined })}
				${menuView({ id: "gallery-menu", label: "More", face: moreIcon, isIconOnly: true, items: [{ label: "Copy", run: none }] })}
			</p>
			${groupView({
				title: "People",
				rows: [
					{
						title: "Jane Smith",
						detail: "Sales · (415) 555-0101",
						leading: avatarView("Jane Smith"),
						trailing: statusView({ word: "Active", tone: "good" }),
						href: "/extensions",
					},
					{
						title: "Wilhelmina Featherstonehaugh-Cholmondeley",
						detail: "A long line that does not fit into the row and ends with an ellipsis at the end",
						leading: avatarView("Wilhelmina Cholmondeley"),
						time: timeView(ago({ days: 2 })),
						isUnread: true,
					},
				],
				footer: "Everybody has a number.",
			})}
			<div class="group">${switchView({ label: "Assistant", detail: "Answers texts by itself.", isOn: true, onChange: none })}</div>
			${definitionsView([
				["From", "(415) 555-0153"],
				["Message", "A sentence that is so long that it needs a line of its own below its term."],
				["Nothing", null],
			])}
			${formView({
				name: "gallery-form",
				fields: () => html`
					${fieldView({ label: "Name", name: "name", value: "Ana Ruiz", hint: "As callers hear it." })}
					${fieldView({ label: "Number", name: "number", type: "tel", value: "415", error: "A number has ten digits." })}
					${selectView({
						label: "Kind",
						name: "kind",
						value: "local",
						choices: [
							{ value: "local", label: "Local" },
							{ value: "toll_free", label: "Toll-Free" },
						],
					})}
					${textAreaView({ label: "Message", name: "message", value: "“Hello” – we’re open on Saturday." })}
					${segmentMeterView("“Hello” – we’re open on Saturday.", { onReplace: none })}
					${checkboxView({ label: "Ask for consent", name: "consent" })}
					${refusalLine({ code: "conflict", detail: "Somebody changed this after you opened it.", fields: [], requestId: "req_1", retryAfterSeconds: null })}
				`,
				submit: "Save",
				busyLabel: "Saving…",
				run: async () => undefined,
			})}
		`,
	});
}

function chartsView() {
	return pageView({
		title: "Charts",
		isNarrow: true,
		body: html`
			${barsView({
				id: "calls",
				title: "Calls are up 12 %",
				subtitle: "Calls a day, New York",
				series: [
					{ name: "Answered", color: 1 },
					{ name: "Missed", color: "bad" },
				],
				columns: dashboard.days.map(({ date, calls = 0, missed = 0 }, index) => ({
					label: date.slice(8),
					longLabel: date,
					values: [calls - missed, missed],
					href: "/calls",
					isPartial: index === 6,
				})),
			})}
			${heatMapView({ id: "hours", title: "Mornings are busiest", subtitle: "Calls by weekday and hour, New York", hours: callAnalytics.hours, write: (value) => countOf(value, { one: "call", other: "calls" }) })}
			${playerView(sound)}
		`,
	});
}

export const scenes: Scene[] = [
	{ name: "parts-controls", path: "/", view: controlsView },
	{ name: "parts-charts", path: "/", view: chartsView },
	{
		name: "parts-player",
		path: "/",
		view: () => pageView({ title: "Player", isNarrow: true, body: playerView(sound) }),
		act: () => jump(sound, 10),
	},
	{
		name: "parts-player-refused",
		path: "/",
		view: () => pageView({ title: "Player", isNarrow: true, body: playerView(sound) }),
		act: () => togglePlayer(sound),
	},
	{
		name: "parts-inspector",
		path: "/",
		view: () =>
			splitView({
				title: "Inbox",
				listHref: "/inbox",
				list: groupView({
					rows: [
						{ title: "Ana Ruiz", href: "/inbox/1", isCurrent: true },
						{ title: "Li Wei", href: "/inbox/2" },
					],
				}),
				detail: emptyView({ title: "A Thread" }),
				detailTitle: "Ana Ruiz",
				hint: "",
				inspector: definitionsView([
					["Number", "(415) 555-0153"],
					["Consent", "Opted in"],
				]),
			}),
	},
	{
		name: "parts-sheet",
		path: "/extensions",
		act: () =>
			openSheet({
				title: "New Extension",
				view: () =>
					formView({
						name: "gallery-sheet",
						fields: () =>
							html`${fieldView({ label: "Name", name: "name" })} ${fieldView({ label: "Keys", name: "ext", value: "105" })}`,
						submit: "Create",
						busyLabel: "Creating…",
						run: async () => undefined,
						onDone: closeSheet,
						aside: buttonView({ label: "Cancel", onPress: closeSheet }),
					}),
			}),
	},
	{
		name: "parts-alert",
		path: "/voicemail",
		act: () =>
			openAlert({
				title: "Delete This Voicemail?",
				text: "Its sound and its transcript are deleted here and at the carrier. This cannot be undone.",
				verb: "Delete Voicemail",
				busyLabel: "Deleting…",
				run: async () => undefined,
			}),
	},
	{
		name: "parts-menu",
		path: "/inbox",
		act: () => document.querySelector<HTMLElement>("[popovertarget=person-menu]")?.click(),
	},
	{
		name: "parts-session-lost",
		path: "/calls",
		act: async () => {
			const { signInAgain } = await import("../../src/session/sign-in-again.ts");
			void signInAgain();
		},
	},
	{
		name: "parts-offline",
		path: "/calls",
		act: async () => {
			const { showConnection } = await import("../../src/api/connection.ts");
			// Until the stage's socket has opened.
			await new Promise((resolve) => setTimeout(resolve, 500));
			showConnection(false);
			await new Promise((resolve) => setTimeout(resolve, 3100));
		},
	},
];
