import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { html, nothing } from "lit-html";
import { fieldView, selectView, switchView } from "../../../parts/forms/field.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import type { View } from "../../../parts/view.ts";
import { currentSession } from "../../../session/session.ts";
import { createStore } from "../../../state/store.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { instantOf, wallOf } from "../domain/wall-clock.ts";
import type { Draft } from "./draft.ts";
import { edit } from "./save-draft.ts";

/** The API's limits. */
const rate = { min: 0.02, max: 10 };

const store = createStore<{ rateFault: string | null }>({ rateFault: null });

export function senderSection({ plan }: Draft): View {
	const numbers = currentSession()?.numbers ?? [];
	const timeZone = currentSession()?.timeZone ?? "UTC";
	const { fromNumber, startAt, quietHours, ratePerSecond, requireConsent } = plan;
	return html`
		<section class="campaigns-section" aria-labelledby="campaigns-sender">
			<h2 id="campaigns-sender">Sender &amp; Time</h2>
			<div class="campaigns-sender">
				${selectView({
					label: "From",
					name: "campaign-from",
					value: fromNumber ?? numbers[0]?.number ?? "",
					choices: numbers.map(({ number, label }) => ({
						value: number,
						label: label ? `${formatNumber(number)} · ${label}` : formatNumber(number),
					})),
					onInput: (number) => edit({ fromNumber: number }),
				})}
				${fieldView({
					label: "Texts a second",
					name: "campaign-rate",
					type: "number",
					inputMode: "decimal",
					placeholder: "as the number may",
					...(ratePerSecond !== null && { value: String(ratePerSecond) }),
					error: store.state.rateFault ?? undefined,
					onInput: setRate,
				})}
				<div class="field">
					<span class="campaigns-label">Start</span>
					${segmentedChoice({
						label: "Start",
						name: "campaign-start",
						value: startAt === null ? "now" : "later",
						choices: { now: "When Sent", later: "Later" },
						onChange: (when) => edit({ startAt: when === "now" ? null : nextHour() }),
					})}
				</div>
				${
					startAt === null
						? nothing
						: fieldView({
								label: `Starts, ${timeZone}`,
								name: "campaign-start-at",
								type: "datetime-local",
								value: wallOf(startAt, timeZone),
								onInput: (wall) => {
									const instant = instantOf(wall, timeZone);
									if (instant) edit({ startAt: instant });
								},
							})
				}
			</div>
			<div class="campaigns-switches">
				${switchView({
					label: "Keep quiet hours",
					detail: "Nobody is texted at night, in their own time zone.",
					isOn: quietHours,
					onChange: (isOn) => edit({ quietHours: isOn }),
				})}
				${switchView({
					label: "Only with consent on record",
					detail: "People who never opted in are left out.",
					isOn: requireConsent,
					onChange: (isOn) => edit({ requireConsent: isOn }),
				})}
			</div>
		</section>
	`;
}

function setRate(typed: string): void {
	const value = Number(typed);
	const isGood = typed.trim() !== "" && value >= rate.min && value <= rate.max;
	store.change((state) => {
		state.rateFault = isGood || typed.trim() === "" ? null : `Between ${rate.min} and ${rate.max}.`;
	});
	if (isGood) edit({ ratePerSecond: value });
}

function nextHour(): string {
	return new Date((Math.floor(Date.now() / hourMilliseconds) + 2) * hourMilliseconds).toISOString();
}
