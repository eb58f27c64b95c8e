import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { contactTags } from "../../api/contact-tags.ts";
import { use } from "../../api/resource.ts";
import { actionButton, buttonView } from "../../parts/button.ts";
import { downloadIcon, searchIcon } from "../../parts/icons.ts";
import { refusalLine } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../router.ts";
import { can } from "../../session/session.ts";
import { actionOf } from "../../state/actions.ts";
import { currentPage } from "../../state/page.ts";
import { readFilter } from "./resources.ts";

const exporting = "export/contacts";
const typingMilliseconds = 250;
let typing: ReturnType<typeof setTimeout> | undefined;
let typed: string | null = null;

export function filtersView(place: Place): View {
	return html`
		<label class="contacts-search">
			${searchIcon}
			<input
				class="input"
				type="search"
				aria-label="Search contacts"
				placeholder="Name, company or number"
				autocomplete="off"
				maxlength="200"
				.value=${live(typed ?? place.query.get("q") ?? "")}
				@input=${follow}
			>
		</label>
		${tagView(place)}
		<div class="contacts-files">
			${can("contacts:write") ? buttonView({ label: "Import…", onPress: () => void openImport() }) : nothing}
			${actionButton({
				name: exporting,
				label: "Export CSV",
				busyLabel: "Exporting…",
				icon: downloadIcon,
				run: () => exportContacts(place),
			})}
		</div>
		${refusalLine(actionOf(exporting).refusal)}
	`;
}

function tagView(place: Place): View {
	const tags = use(contactTags).data ?? [];
	const chosen = place.query.get("tag") ?? "";
	const known = tags.some((tag) => tag.toLowerCase() === chosen.toLowerCase());
	const offered = chosen && !known ? [chosen, ...tags] : tags;
	return html`
		<select
			class="input contacts-tag"
			aria-label="Tag"
			@change=${(event: Event) => {
				const { value } = event.currentTarget as HTMLSelectElement;
				goTo(withQuery({ ...place, path: "/contacts" }, { tag: value || null, add: null }));
			}}
		>
			<option value="" .selected=${live(chosen === "")}>All Tags</option>
			${offered.map((tag) => html`<option value=${tag} .selected=${live(tag.toLowerCase() === chosen.toLowerCase())}>${tag}</option>`)}
		</select>
	`;
}

function follow(event: Event): void {
	typed = (event.currentTarget as HTMLInputElement).value;
	clearTimeout(typing);
	typing = setTimeout(() => {
		const place = currentPage()?.place;
		const words = typed?.trim() ?? "";
		typed = null;
		if (place?.path.startsWith("/contacts")) goTo(withQuery(place, { q: words || null }));
	}, typingMilliseconds);
}

async function openImport(): Promise<void> {
	const { showImport } = await import("./import.ts");
	showImport();
}

async function exportContacts({ query }: Place): Promise<void> {
	const { saveCsv } = await import("../../api/save-csv.ts");
	await saveCsv(`/api/contacts?${new URLSearchParams({ ...readFilter(query) })}`, "contacts.csv");
}
