import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { html } from "lit-html";
import type { PagedResource } from "../../../api/pages.ts";
import { use } from "../../../api/resource.ts";
import { type Choice, fieldView, filterSelectView } from "../../../parts/forms/field.ts";
import type { View } from "../../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../../router.ts";
import { currentSession } from "../../../session/session.ts";
import type { AuditFilter } from "./filter.ts";
import { names } from "./resources.ts";

const kindWords: Record<string, string> = {
	settings: "Settings",
	user: "People",
	invitation: "Invitations",
	session: "Sessions",
	key: "API Keys",
	extension: "Extensions",
	number: "Numbers",
	contact: "Contacts",
	opt_out: "Opt-Outs",
	webhook: "Webhooks",
	campaign: "Campaigns",
	conversation: "Conversations",
	message: "Texts",
	note: "Notes",
	voicemail: "Voicemail",
};

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

export function filterView(place: Place, filter: AuditFilter, changes: PagedResource<AuditEvent>): View {
	return html`
		<form class="audit-filter" @submit=${(event: Event) => event.preventDefault()} @change=${(event: Event) => apply(event, place)}>
			${filterSelectView({ label: "Person", name: "actorId", value: filter.actorId, all: "Anybody", choices: actorChoices(filter, changes) })}
			${filterSelectView({ label: "Thing", name: "targetKind", value: filter.targetKind, all: "Anything", choices: kinds })}
			${fieldView({ label: "Day", name: "day", type: "date", value: filter.day ?? "", hint: `In ${currentSession()?.timeZone ?? "UTC"}` })}
		</form>
	`;
}

function actorChoices({ actorId }: AuditFilter, changes: PagedResource<AuditEvent>): Choice[] {
	const known = new Map<string, string>();
	for (const { id, name } of use(names).data?.users ?? []) known.set(id, name);
	for (const { actor } of use(changes).data?.items ?? []) {
		if (actor.id !== null && !known.has(actor.id))
			known.set(actor.id, actor.kind === "key" ? `Key “${actor.name}”` : actor.name);
	}
	if (actorId && !known.has(actorId)) known.set(actorId, actorId);
	const choices = [...known].map(([value, label]) => ({ value, label }));
	return choices.sort((a, b) => a.label.localeCompare(b.label));
}

function apply(event: Event, place: Place): void {
	const form = new FormData(event.currentTarget as HTMLFormElement);
	const value = (name: string) => String(form.get(name) ?? "") || null;
	const wish = {
		actorId: value("actorId"),
		targetKind: value("targetKind"),
		targetId: null,
		day: value("day"),
	};
	goTo(withQuery(place, wish), { replaces: true });
}
