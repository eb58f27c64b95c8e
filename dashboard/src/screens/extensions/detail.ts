import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { actionButton, buttonView } from "../../parts/button.ts";
import { definitionsView } from "../../parts/lists/definitions.ts";
import { emptyView, refusalLine, resourceView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import { whatIfOfferView } from "../../parts/what-if/offer.ts";
import { can } from "../../session/session.ts";
import { actionOf } from "../../state/actions.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { extensionStatusWords } from "../../words/statuses.ts";
import { showDeactivate } from "./deactivate.ts";
import { findPerson, groupsOf, phonesOf } from "./domain/members.ts";
import { followProvisioning } from "./follow-provisioning.ts";
import { editView } from "./form/edit.ts";
import { greetingView } from "./form/greeting.ts";
import { formatOwnHours } from "./form/own-hours.ts";
import { extensions, readAgain } from "./resources.ts";
import { answerWords, describeRelease, ringingWords } from "./words.ts";

export function extensionView(id: string): View {
	return resourceView(extensions, (all) => {
		const one = all.find((extension) => extension.id === id);
		if (!one) return goneView;
		followProvisioning(one.status === "provisioning");
		const isChangeable = can("extensions:write") && one.status !== "inactive";
		return html`
			${stateView(one)} ${isChangeable ? editView(one, all) : nothing} ${greetingView(one, isChangeable)} ${factsView(one, isChangeable, all)}
			${isChangeable && one.kind === "group" && one.number !== null ? whatIfOfferView({ to: one.number }) : nothing}
			${
				isChangeable
					? html`<p>${buttonView({ label: "Deactivate…", style: "destructive", onPress: () => showDeactivate(one) })}</p>`
					: nothing
			}
		`;
	});
}

const goneView = emptyView({
	title: "No Such Extension",
	text: "It may have been removed.",
	action: html`<a class="button" href="/extensions">All Extensions</a>`,
});

function factsView(one: Extension, isChangeable: boolean, all: readonly Extension[]): View {
	const groups = groupsOf(all, one);
	return definitionsView([
		["Status", statusView(extensionStatusWords[one.status])],
		["Number", one.number === null ? null : html`<span class="number">${formatNumber(one.number)}</span>`],
		...(isChangeable
			? []
			: ([
					["Keys", one.ext],
					["Department", one.department || null],
					...(one.kind === "group" ? factsOfGroup(one, all) : factsOfPerson(one)),
					["What For", one.purpose || null],
					["Rings For", one.ringSeconds === null ? null : `${one.ringSeconds} sec`],
					["Voicemail Greeting", one.greeting],
					["Takes Calls", one.hours === null ? null : formatOwnHours(one.hours)],
				] satisfies [string, string | null][])),
		[
			"Groups",
			groups.length === 0
				? null
				: html`${groups.map(({ id, name }, index) => html`${index === 0 ? "" : ", "}<a href="/extensions/${id}" dir="auto">${name}</a>`)}`,
		],
		["Since", timeView(one.createdAt, "moment")],
		["Calls", can("calls:read") ? html`<a href="/calls?ext=${one.ext}">Show Calls</a>` : null],
	]);
}

function factsOfPerson(one: Extension): [string, string | null][] {
	return [
		["Email", one.email],
		[
			"Rings At",
			phonesOf(one)
				.map((number) => formatNumber(number))
				.join(", ") || "Voicemail at once",
		],
		["Answering", one.forwardTo === null ? null : answerWords[one.answerWith]],
	];
}

function factsOfGroup({ members, ringing }: Extension, all: readonly Extension[]): [string, string | null][] {
	return [
		["Members", members.map((keys) => findPerson(all, keys)?.name ?? keys).join(", ") || "Nobody"],
		["Ringing", ringingWords[ringing]],
	];
}

function stateView(one: Extension): View {
	if (one.status === "provisioning") return stepsView(one);
	if (one.status === "failed") return failedView(one);
	if (one.status === "inactive" && one.numberReleaseAt !== null) {
		return html`<p class="extensions-state">The number ${formatNumber(one.number)} ${describeRelease(one.numberReleaseAt)}. Until then it can be given to somebody else under <a href="/extensions?show=numbers">Numbers</a>.</p>`;
	}
	return nothing;
}

/** The automatic steps. The server does not report the current one. */
function stepsView({ areaCode }: Extension): View {
	return html`
		<div class="extensions-state" role="status">
			<h2>Getting a Number</h2>
			<ol class="extensions-steps">
				<li>Look for a number ${areaCode === null ? "where the company’s others are" : `in ${areaCode}, or near it`}</li>
				<li>Rent it from the carrier</li>
				<li>Point its calls and texts here</li>
			</ol>
			<p class="soft">This takes a few seconds and continues when you leave the page. The keys work already.</p>
		</div>
	`;
}

function failedView({ id, reason }: Extension): View {
	const name = `extension-retry/${id}`;
	return html`
		<div class="extensions-state" data-tone="bad" role="alert">
			<h2>It Has No Number</h2>
			<p dir="auto">${reason}</p>
			${
				can("extensions:write")
					? html`${actionButton({
							name,
							label: "Try Again",
							busyLabel: "Trying…",
							style: "prominent",
							run: async () => {
								await ask(() => api.extensions[":id"].retry.$post({ param: { id } }));
								readAgain();
							},
						})}
						${refusalLine(actionOf(name).refusal)}`
					: nothing
			}
		</div>
	`;
}
