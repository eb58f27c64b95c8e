import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { peek, refresh } from "../../../api/resource.ts";
import { notify } from "../../../parts/notices.ts";
import { openAlert } from "../../../parts/sheet.ts";
import { currentSession, sessionResource } from "../../../session/session.ts";
import { act } from "../../../state/actions.ts";
import { roleWords } from "../../../words/statuses.ts";
import { isLower } from "./domain/arrange-people.ts";
import { people } from "./resources.ts";

export const changingRole = (id: string) => `role/${id}`;

/** A higher role is given at once, with Undo. A lower one ends links and keys permanently, so it asks first. */
export function changeRole(one: User, role: Role): void {
	if (role === one.role) return;
	if (!isLower(one.role, role)) {
		void raiseRole(one, role);
		return;
	}
	openAlert({
		title: `Make ${one.name} ${withArticle(role)}?`,
		text: `${roleWords[role].may} The open invitations that ${one.name} made for higher roles are withdrawn, and the API keys with more rights are revoked.`,
		verb: "Change Role",
		busyLabel: "Changing…",
		run: () => saveRole(one, role),
	});
}

async function raiseRole(one: User, role: Role): Promise<void> {
	if (!(await act(changingRole(one.id), () => saveRole(one, role)))) {
		void refresh(people);
		return;
	}
	notify({
		text: `${one.name} is ${withArticle(role)} now.`,
		undo: {
			label: "Undo Change",
			run: () => {
				const now = peek(people)?.users.find(({ id }) => id === one.id);
				if (now) void act(changingRole(one.id), () => saveRole(now, one.role));
			},
		},
	});
}

async function saveRole(one: User, role: Role): Promise<void> {
	const json = { role, version: one.version };
	await ask(() => api.users[":id"].$put({ param: { id: one.id }, json }));
	await refresh(people);
	if (currentSession()?.person?.id === one.id) await refresh(sessionResource);
}

function withArticle(role: Role): string {
	const word = roleWords[role].word.toLowerCase();
	return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

export function askToDeactivate(one: User): void {
	openAlert({
		title: `Deactivate ${one.name}?`,
		text: "Every session ends at once. Open invitations that this person made are withdrawn, and the API keys are revoked. Texts, notes and the audit log keep the name. A new invitation restores access, but not the keys.",
		verb: "Deactivate",
		busyLabel: "Deactivating…",
		run: async () => {
			await ask(() => api.users[":id"].$delete({ param: { id: one.id } }));
			await refresh(people);
		},
	});
}

export function askToWithdraw(one: Invitation): void {
	openAlert({
		title: "Withdraw this invitation?",
		text: `The link that ${one.email} was sent stops working. You can make a new one later.`,
		verb: "Withdraw",
		busyLabel: "Withdrawing…",
		run: async () => {
			await ask(() => api.invitations[":id"].$delete({ param: { id: one.id } }));
			await refresh(people);
		},
	});
}
