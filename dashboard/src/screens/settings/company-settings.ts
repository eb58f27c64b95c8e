import type { WholeSettings } from "@cloudpbx/contracts/office/settings";
import { settingLimits } from "@cloudpbx/contracts/words/setting-limits";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { prefetch, type Resource, refresh } from "../../api/resource.ts";
import { checkNumbers } from "../../domain/check-numbers.ts";
import type { Fields } from "../../domain/form-draft.ts";
import { keptFormView } from "../../parts/forms/kept-form.ts";
import type { Alert } from "../../parts/sheet.ts";
import { resourceView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { can, sessionResource } from "../../session/session.ts";
import { type KeptForm, keptForm } from "../../state/kept-form.ts";
import type { SettingsPage } from "./settings-page.ts";

export const settingsResource: Resource<WholeSettings> = {
	key: "settings",
	load: (signal) => ask(() => api.settings.$get({}, until(signal))),
	staleAfter: ({ kind }) => kind === "settings",
};

export type SettingsForm = KeptForm<WholeSettings>;
type Names = Partial<Record<keyof WholeSettings, string>>;

export const lockedWords = "Only an owner or an admin may change this.";

/** A page that edits some company settings: those in `names`. */
export function settingsFormPage(options: {
	name: string;
	names: Names;
	fields: (form: SettingsForm) => View;
	write?: (field: string, value: unknown) => string;
	/** Converts typed values where they differ from stored ones. */
	read?: (values: Fields) => Fields;
	findFaults?: (values: Fields) => Record<string, string>;
	below?: (stored: WholeSettings) => View;
	consequence?: (form: SettingsForm) => View;
	confirm?: (form: SettingsForm) => Omit<Alert, "run"> | null;
}): SettingsPage {
	const { below, confirm, consequence, name, names, fields, write } = options;
	const { findFaults = () => ({}), read = (values) => values } = options;
	return {
		load: () => void prefetch(settingsResource),
		view: () =>
			resourceView(settingsResource, (stored) => {
				const form = keptForm({
					name: `settings/${name}`,
					resource: settingsResource,
					stored,
					readOnly: can("settings:write") ? null : lockedWords,
					check(typed) {
						const { values, faults } = checkNumbers(typed, settingLimits);
						const all = { ...faults, ...findFaults(values) };
						return { values: Object.keys(all).length > 0 ? values : read(values), faults: all };
					},
					write: (json) => ask(() => api.settings.$put({ json })),
					onSaved: () => void refresh(sessionResource),
				});
				const view = keptFormView(form, {
					fields: fields(form),
					names,
					write,
					confirm,
					consequence: consequence?.(form),
				});
				return below ? [view, below(stored)] : view;
			}),
	};
}
