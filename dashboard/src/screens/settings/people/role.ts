import type { User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";
import { html } from "lit-html";
import { buttonView } from "../../../parts/button.ts";
import { downIcon } from "../../../parts/icons.ts";
import { menuView } from "../../../parts/menu.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { roleWords } from "../../../words/statuses.ts";
import { isLastOwner } from "./domain/arrange-people.ts";
import { changeRole, changingRole } from "./operations.ts";

const roles = Object.keys(roleWords) as Role[];

export function roleView(one: User, users: User[]): View {
	const { word } = roleWords[one.role];
	if (!can("users:write")) return word;
	if (isLastOwner(one, users)) {
		return buttonView({
			label: word,
			unavailable:
				"The last owner cannot change roles, because somebody has to manage people. Make somebody else an owner first.",
			onPress: () => undefined,
		});
	}
	const { isBusy } = actionOf(changingRole(one.id));
	return menuView({
		id: `role-${one.id}`,
		label: `Role of ${one.name}`,
		face: html`<span>${isBusy ? "Changing…" : word}</span>${downIcon}`,
		className: "button people-role",
		items: roles.map((role) => ({
			label: roleWords[role].word,
			detail: roleWords[role].may,
			isChosen: role === one.role,
			run: () => changeRole(one, role),
		})),
	});
}
