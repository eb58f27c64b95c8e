import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { html, nothing } from "lit-html";
import { use } from "../../../api/resource.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { availableNumbers } from "../resources.ts";

const shownMax = 3;

/** Numbers that the carrier offers, once the area code is complete. The number is chosen when it is bought. */
export function availableView(kind: PhoneNumber["kind"], areaCode: string): View {
	const isWhole = kind === "local" ? /^[2-9]\d{2}$/.test(areaCode) : /^(8\d{2})?$/.test(areaCode);
	if (!isWhole) return nothing;
	const { data, refusal } = use(availableNumbers(kind, areaCode));
	const place = areaCode ? `near ${areaCode}` : "to be had";
	return html`
		<div class="extensions-available" role="status">
			<p class="field-hint">Numbers ${place}</p>
			${
				refusal
					? refusalLine(refusal)
					: data === undefined
						? html`<p class="soft">Asking the carrier…</p>`
						: data.length === 0
							? html`<p>None in ${areaCode} now. A number nearby will be chosen.</p>`
							: html`<ul>
									${data
										.slice(0, shownMax)
										.map(
											({ number, locality, region }) =>
												html`<li><span class="number">${formatNumber(number)}</span> <span class="soft" dir="auto">${[locality, region].filter(Boolean).join(", ")}</span></li>`,
										)}
								</ul>`
			}
		</div>
	`;
}
