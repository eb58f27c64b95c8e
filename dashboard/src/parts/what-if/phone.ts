import "./style.css";
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { useExtensionNames } from "../../api/extension-names.ts";
import { openingHours } from "../../api/opening-hours.ts";
import { use } from "../../api/resource.ts";
import { hasRungOut, type Moment, type Played, playMoves } from "../../domain/what-if-moves.ts";
import { actionOf } from "../../state/actions.ts";
import { capitalise } from "../../words/capitalise.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { describeMove, describeState, describeStep, endWords } from "../../words/what-if.ts";
import { buttonView } from "../button.ts";
import { fieldView, selectView } from "../forms/field.ts";
import { phoneIcon } from "../icons.ts";
import { refusalLine } from "../states.ts";
import type { View } from "../view.ts";
import {
	actionName,
	type CallerName,
	call,
	change,
	dialled,
	formatInstant,
	hangUp,
	move,
	nextEvening,
	ownNumbers,
	specialDay,
	type WhenName,
	whatIf,
} from "./play.ts";

type NameOf = (extension: string | null) => string;

const keypad = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const keysMax = 10;
const wordsMax = 200;

export function whatIfView(): View {
	use(openingHours);
	return html`<div class="what-if">${choicesView()}${phoneView()}</div>`;
}

function choicesView(): View {
	const { when, other, caller, callerNumber, faults } = whatIf.state;
	const nameOf = useExtensionNames();
	const { isToday } = nextEvening();
	const moments: { value: WhenName; label: string }[] = [
		{ value: "now", label: "Now" },
		{ value: "tonight", label: isToday ? "Tonight at 8 PM" : "Tomorrow at 8 PM" },
		{ value: "holiday", label: `${specialDay().name} at noon` },
		{ value: "other", label: "Another time…" },
	];
	const callers: { value: CallerName; label: string }[] = [
		{ value: "anybody", label: "Anybody" },
		{ value: "none", label: "Somebody without caller ID" },
		{ value: "other", label: "A number…" },
	];
	return html`
		<div class="what-if-choices">
			${selectView({
				label: "Number called",
				name: "what-if-to",
				value: dialled() ?? "",
				choices: ownNumbers().map(({ number, label, extension }) => {
					const name = label ?? (extension === null ? "Main line" : nameOf(extension));
					return { value: number, label: `${name}, ${formatNumber(number)}` };
				}),
				error: faults.to,
				onInput: (to) => begin({ to }),
			})}
			${selectView({
				label: "When",
				name: "what-if-when",
				value: when,
				choices: moments,
				onInput: (value) => begin({ when: value as WhenName }),
			})}
			${
				when === "other"
					? fieldView({
							label: "Date and time",
							name: "what-if-other",
							type: "datetime-local",
							value: other,
							hint: "In the company’s time zone.",
							error: faults.other,
							onInput: (value) => begin({ other: value }),
						})
					: nothing
			}
			${selectView({
				label: "Caller",
				name: "what-if-caller",
				value: caller,
				choices: callers,
				onInput: (value) => begin({ caller: value as CallerName }),
			})}
			${
				caller === "other"
					? fieldView({
							label: "Caller’s number",
							name: "what-if-number",
							type: "tel",
							value: callerNumber,
							error: faults.callerNumber,
							onInput: (value) => begin({ callerNumber: value }),
						})
					: nothing
			}
			<p class="field-hint">Nobody is called, and nothing is stored.</p>
		</div>
	`;
}

function begin(part: Parameters<typeof change>[0]): void {
	hangUp();
	change(part);
}

function phoneView(): View {
	const { call: played, moves } = whatIf.state;
	const { refusal, isBusy } = actionOf(actionName);
	const nameOf = useExtensionNames();
	const shown = played && playMoves(played, moves);
	const number = dialled();
	return html`
		<section class="what-if-phone" aria-label="Phone" aria-busy=${isBusy ? "true" : nothing}>
			<header class="what-if-head">
				<p class="what-if-number">${number ? formatNumber(number) : "No number"}</p>
				<p class="what-if-state" dir="auto">${played ? html`${formatInstant(played.at)}<br>${describeState(played)}` : "Not calling"}</p>
			</header>
			<div class="what-if-heard" role="log" aria-live="polite" aria-label="The call" tabindex="0"><ol>
				${shown ? shown.moments.map((moment) => momentView(moment, nameOf)) : html`<li class="what-if-hint">Press Call to hear what a caller hears.</li>`}
				${shown && played && !shown.waiting ? html`<li class="what-if-end">${endWords[played.outcome]}</li>` : nothing}
			</ol></div>
			${refusalLine(refusal)}
			${shown?.waiting ? waysView(shown, nameOf) : nothing}
			<div class="what-if-foot">
				${
					shown?.waiting
						? buttonView({ label: "Hang Up", style: "destructive", onPress: hangUp })
						: buttonView({
								label: shown ? "Call Again" : "Call",
								style: "prominent",
								icon: phoneIcon,
								isBusy,
								unavailable: number ? undefined : "There is no number to call.",
								onPress: () => void call(),
							})
				}
			</div>
		</section>
	`;
}

function momentView({ step, move: done }: Moment, nameOf: NameOf): View {
	const isHeard = step.text !== undefined;
	const words = isHeard ? step.text : describeStep(step, nameOf);
	return html`
		${step.because ? html`<li class="what-if-rule" dir="auto"><span class="visually-hidden">Rule: </span>${capitalise(step.because)}</li>` : nothing}
		${step.kind === "ends" ? nothing : html`<li class=${isHeard ? "what-if-words" : "what-if-step"} dir="auto">${words}</li>`}
		${done ? html`<li class="what-if-move" data-by=${done.kind === "picksUp" || done.kind === "ringsOut" ? "company" : "caller"} dir="auto">${describeMove(done, nameOf)}</li>` : nothing}
	`;
}

function waysView(shown: Played, nameOf: NameOf): View {
	const extension = shown.waiting?.extension;
	if (shown.waiting?.kind !== "rings" || !extension) return keysView();
	const { isBusy } = actionOf(actionName);
	return html`
		<div class="what-if-ways">
			${
				hasRungOut(shown, extension)
					? nothing
					: buttonView({
							label: `${nameOf(extension)} Takes It`,
							isBusy,
							onPress: () => void move({ kind: "picksUp", extension }),
						})
			}
			${buttonView({ label: "Nobody Picks Up", isBusy, onPress: () => void move({ kind: "ringsOut" }) })}
		</div>
	`;
}

function keysView(): View {
	const { keys } = whatIf.state;
	const { isBusy } = actionOf(actionName);
	const type = (typed: string) => change({ keys: typed.replace(/[^\d*#]/g, "").slice(0, keysMax) });
	return html`
		<form
			class="what-if-keys"
			@submit=${(event: SubmitEvent) => {
				event.preventDefault();
				if (keys !== "" && !isBusy) void move({ kind: "keys", keys });
			}}
		>
			<input
				class="input what-if-typed"
				aria-label="Keys"
				inputmode="tel"
				autocomplete="off"
				placeholder="Keys, such as 101"
				.value=${live(keys)}
				@input=${(event: Event) => type((event.currentTarget as HTMLInputElement).value)}
			>
			<div class="what-if-pad" role="group" aria-label="Keypad">
				${keypad.map((key) => html`<button type="button" class="button" @click=${() => type(keys + key)}>${key}</button>`)}
			</div>
			<div class="what-if-ways">
				<button class="button" data-style="prominent" ?disabled=${keys === "" || isBusy}>Press</button>
				${buttonView({ label: "Do Nothing", isBusy, onPress: () => void move({ kind: "waits" }) })}
			</div>
		</form>
		<form
			class="what-if-say"
			@submit=${(event: SubmitEvent) => {
				event.preventDefault();
				const form = event.currentTarget as HTMLFormElement;
				const words = String(new FormData(form).get("words") ?? "").trim();
				if (words === "" || isBusy) return;
				form.reset();
				void move({ kind: "says", words });
			}}
		>
			<input class="input" name="words" aria-label="Words" autocomplete="off" maxlength=${wordsMax} placeholder="Or say something">
			<button class="button">Say</button>
		</form>
	`;
}
