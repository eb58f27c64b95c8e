import { html, nothing, type TemplateResult } from "lit-html";
import type { Refusal } from "../api/refusal.ts";
import { type Resource, refresh, use } from "../api/resource.ts";
import type { View } from "./view.ts";

/** The states of a resource: bones, data (also while it is read again), or refusal. Used for every resource. */
export function resourceView<Data>(
	resource: Resource<Data>,
	draw: (data: Data) => View,
	{ skeleton = skeletonView(), back }: { skeleton?: View; back?: { href: string; label: string } } = {},
): View {
	const { data, refusal } = use(resource);
	if (data !== undefined) return draw(data);
	if (refusal) return refusalView(refusal, { retry: () => void refresh(resource), back });
	return skeleton;
}

/** Rows of the final height, visible after 200 ms. */
export function skeletonView(rows = 8): TemplateResult {
	return html`
		<div class="bones" aria-busy="true">
			<p class="visually-hidden" role="status">Loading…</p>
			${Array.from({ length: rows }, () => html`<div class="bone"><span></span><span></span></div>`)}
		</div>
	`;
}

export function emptyView(empty: { title: string; text?: View; action?: View }): TemplateResult {
	return html`
		<div class="empty">
			<h2>${empty.title}</h2>
			${empty.text === undefined ? nothing : html`<p>${empty.text}</p>`} ${empty.action ?? nothing}
		</div>
	`;
}

export function refusalView(
	refusal: Refusal,
	{ retry, back }: { retry?: () => void; back?: { href: string; label: string } | undefined } = {},
): TemplateResult {
	return html`
		<div class="refusal" role="alert">
			<h2>${titleOf(refusal)}</h2>
			<p>${refusal.detail}</p>
			<div class="refusal-ways">
				${back ? html`<a class="button" href=${back.href}>${back.label}</a>` : nothing}
				${
					retry && refusal.code !== "not_found" && refusal.code !== "forbidden"
						? html`<button type="button" class="button" @click=${retry}>Try Again</button>`
						: nothing
				}
			</div>
			${requestView(refusal)}
		</div>
	`;
}

export function refusalLine(refusal: Refusal | null): View {
	if (refusal === null) return nothing;
	return html`<div class="refusal-line" role="alert"><p>${refusal.detail}</p>${requestView(refusal)}</div>`;
}

function requestView({ requestId }: Refusal): View {
	if (requestId === null) return nothing;
	return html`<details class="refusal-details"><summary>Details</summary><p>Request <code>${requestId}</code></p></details>`;
}

function titleOf({ code }: Refusal): string {
	if (code === "offline") return "Not Connected";
	if (code === "not_found") return "Not Found";
	if (code === "forbidden") return "Not Yours to See";
	return "This Did Not Load";
}
