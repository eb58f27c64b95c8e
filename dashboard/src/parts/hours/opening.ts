import type { HoursOverride, OpeningNow } from "@cloudpbx/contracts/office/hours";
import { hoursLimits } from "@cloudpbx/contracts/words/hours-words";
import { toInstant } from "@cloudpbx/domain/hours/to-instant";
import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { openingHours, openingNow } from "../../api/opening-hours.ts";
import { plainRefusal, refusalError } from "../../api/refusal.ts";
import { prefetch, put, refresh, use } from "../../api/resource.ts";
import { can, useSession } from "../../session/session.ts";
import { act, actionOf, forget } from "../../state/actions.ts";
import { formatOpening, formatUntil, openingStatus } from "../../words/hours.ts";
import { isoDay } from "../../words/times.ts";
import { buttonView } from "../button.ts";
import { fieldView, textAreaView } from "../forms/field.ts";
import { formView } from "../forms/form.ts";
import { menuView } from "../menu.ts";
import { notify } from "../notices.ts";
import { closeSheet, openSheet } from "../sheet.ts";
import { refusalLine } from "../states.ts";
import { statusView } from "../status.ts";
import type { View } from "../view.ts";

const actionName = "hours-override";

type State = HoursOverride["state"];

/** Loads everything that the view needs, so that nothing moves later. */
export function loadOpening(): Promise<unknown> {
	return prefetch(openingNow);
}

/** The state, and a button that opens or closes until a chosen moment. Nothing until it is known. */
export function openingView({ href }: { href?: string } = {}): View {
	const { data } = use(openingNow);
	const timeZone = useSession()?.timeZone;
	if (!data || !timeZone) return nothing;
	return html`
		<section class="group-section">
			<h2 class="group-title">${href ? html`<a class="opening-link" href=${href}>Opening Hours</a>` : "Opening Hours"}</h2>
			<div class="opening">
				<p class="opening-words">
					${statusView(openingStatus(data))}
					<span class="opening-until" dir="auto">${wordsOf(data, timeZone)}</span>
				</p>
				${can("settings:write") ? waysView(data, timeZone) : nothing}
				${refusalLine(actionOf(actionName).refusal)}
			</div>
		</section>
	`;
}

function wordsOf(opening: OpeningNow, timeZone: string): string {
	return formatOpening(opening, Date.now(), timeZone).replace(/^(?:Open|Closed):? ?/, "");
}

function waysView({ isOpen, because }: OpeningNow, timeZone: string): View {
	const { isBusy } = actionOf(actionName);
	if (because === "override") {
		return html`<div class="opening-ways">
			${buttonView({ label: "Follow the Hours Again", isBusy, onPress: () => void end() })}
		</div>`;
	}
	const state: State = isOpen ? "closed" : "open";
	const verb = isOpen ? "Close" : "Open";
	const forHour = { label: `${verb} for 1 Hour`, until: () => inAnHour() };
	const forToday = { label: `${verb} for Today`, until: () => endOfToday(timeZone) };
	const [first, other] = isOpen ? [forToday, forHour] : [forHour, forToday];
	return html`
		<div class="opening-ways">
			${buttonView({ label: first.label, isBusy, onPress: () => void choose(state, first.until(), timeZone) })}
			${menuView({
				id: "opening-menu",
				label: `${verb} Until…`,
				items: [
					{ label: other.label, run: () => void choose(state, other.until(), timeZone) },
					{ label: "Another Time…", run: () => showUntil(state, timeZone) },
				],
			})}
		</div>
	`;
}

function showUntil(state: State, timeZone: string): void {
	const verb = state === "open" ? "Open" : "Close";
	forget("hours-until");
	openSheet({
		title: `${verb} Until…`,
		view: () =>
			formView({
				name: "hours-until",
				fields: (errorOf) => html`
					${fieldView({
						label: "Until",
						name: "until",
						type: "datetime-local",
						isRequired: true,
						isFirst: true,
						hint: `In the time zone ${timeZone}. It ends by itself.`,
						error: errorOf("override"),
					})}
					${textAreaView({
						label: "Greeting",
						name: "greeting",
						maxLength: hoursLimits.greeting,
						hint: "What callers hear first until then. Empty: the usual greeting.",
					})}
				`,
				submit: verb,
				busyLabel: state === "open" ? "Opening…" : "Closing…",
				run: async ({ until = "", greeting = "" }) => {
					const at = readLocal(until, timeZone);
					if (at === null || at <= Date.now()) {
						const message = "Choose a time in the future.";
						const fields = [{ in: "body" as const, field: "override", message }];
						throw refusalError({ ...plainRefusal("bad_input", message), fields });
					}
					await save({ state, until: new Date(at).toISOString(), greeting: greeting.trim() || null });
				},
				onDone: closeSheet,
			}),
	});
}

let dropNotice: () => void = () => undefined;

async function choose(state: State, until: Date, timeZone: string): Promise<void> {
	const override = { state, until: until.toISOString(), greeting: null };
	dropNotice();
	if (!(await act(actionName, () => save(override)))) return;
	const words = `${state === "open" ? "Open" : "Closed"} until ${formatUntil(override.until, Date.now(), timeZone)}.`;
	const undo = state === "open" ? "Undo Open" : "Undo Close";
	dropNotice = notify({
		text: words,
		undo: { label: undo, run: () => void act(actionName, () => save(null)) },
	});
}

async function end(): Promise<void> {
	dropNotice();
	const before = (await prefetch(openingHours))?.override ?? null;
	if (!(await act(actionName, () => save(null)))) return;
	const undo = before && { label: "Undo", run: () => void act(actionName, () => save(before)) };
	dropNotice = notify({ text: "The hours count again.", ...(undo && { undo }) });
}

async function save(override: HoursOverride | null): Promise<void> {
	put(openingHours, await ask(() => api.hours.$put({ json: { override } })));
	await refresh(openingNow);
}

function inAnHour(): Date {
	return new Date(Date.now() + hourMilliseconds);
}

function endOfToday(timeZone: string): Date {
	const today = Date.parse(isoDay(Date.now(), timeZone)) / 60_000;
	return new Date(toInstant(timeZone, today + 24 * 60) * 60_000);
}

/** Reads a `datetime-local` value in the company's zone, in milliseconds; null: empty. */
function readLocal(text: string, timeZone: string): number | null {
	const local = Date.parse(`${text}Z`);
	return Number.isNaN(local) ? null : toInstant(timeZone, Math.floor(local / 60_000)) * 60_000;
}
