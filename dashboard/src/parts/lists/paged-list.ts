import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { loadMore, moreOf, type PagedResource } from "../../api/pages.ts";
import { actionOf } from "../../state/actions.ts";
import { countOf } from "../../words/counts.ts";
import { downIcon } from "../icons.ts";
import { refusalLine, resourceView } from "../states.ts";
import type { View } from "../view.ts";
import { freeze, freezeHandlers, releaseList } from "./frozen-list.ts";
import { type Row, rowView } from "./row.ts";

/**
 * Rows, their states and "Load More". The order stays while the pointer or the focus is inside; news wait behind a
 * button. A new order draws the rows anew instead of moving them.
 */
export function pagedListView<Item extends { id: string }>(options: {
	resource: PagedResource<Item>;
	label: string;
	row: (item: Item) => Row;
	empty: View;
	arrange?: (items: Item[]) => Item[];
	groupOf?: (item: Item) => string;
}): View {
	const { resource, label, row, empty, groupOf, arrange = (items) => items } = options;
	return resourceView(resource, ({ items, nextCursor }) => {
		const arranged = arrange(items);
		if (arranged.length === 0 && nextCursor === null) return empty;
		const frozen = freeze(resource.key, arranged);
		const more = actionOf(moreOf(resource));
		return html`
			${newsView(resource.key, frozen.newCount)}
			<ul class="group" aria-label=${label} @pointerenter=${freezeHandlers.enter} @pointerleave=${freezeHandlers.leave} @focusin=${freezeHandlers.enter} @focusout=${freezeHandlers.leave} data-list=${resource.key}>
				${repeat(
					frozen.items,
					(item) => `${frozen.orders} ${item.id}`,
					(item, index) => {
						const group = groupOf?.(item);
						const before = frozen.items[index - 1];
						const isFirst = group !== undefined && (!before || groupOf?.(before) !== group);
						return html`<li>${isFirst ? html`<h2 class="day">${group}</h2>` : nothing}${rowView(row(item))}</li>`;
					},
				)}
			</ul>
			${
				nextCursor === null
					? nothing
					: html`<div class="more">
							<button type="button" class="button" ?disabled=${more.isBusy} @click=${() => void loadMore(resource)}>
								${more.isBusy ? "Loading…" : "Load More"}
							</button>
							${refusalLine(more.refusal)}
						</div>`
			}
		`;
	});
}

function newsView(key: string, count: number): TemplateResult | typeof nothing {
	if (count === 0) return nothing;
	return html`<button type="button" class="news" @click=${() => releaseList(key)}>
		${countOf(count, { one: "new", other: "new" })}${downIcon}
	</button>`;
}
