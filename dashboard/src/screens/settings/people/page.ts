import "./style.css";
import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { prefetch } from "../../../api/resource.ts";
import { avatarView } from "../../../parts/avatar.ts";
import { buttonView } from "../../../parts/button.ts";
import { moreIcon, plusIcon } from "../../../parts/icons.ts";
import { rowView } from "../../../parts/lists/row.ts";
import { menuView } from "../../../parts/menu.ts";
import { refusalLine, resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { can, currentSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { roleWords } from "../../../words/statuses.ts";
import { formatDate } from "../../../words/times.ts";
import type { SettingsPage } from "../settings-page.ts";
import { arrangeActive, arrangeInactive, arrangeInvitations, isLastOwner } from "./domain/arrange-people.ts";
import { showInvite, showNewLink } from "./invite.ts";
import { askToDeactivate, askToWithdraw, changingRole } from "./operations.ts";
import { showEdit, showReset } from "./person-sheets.ts";
import { people } from "./resources.ts";
import { roleView } from "./role.ts";

export const page: SettingsPage = {
	load: () => void prefetch(people),
	view: () => html`
		${
			can("users:write")
				? html`<div class="ways">${buttonView({ label: "Invite…", style: "prominent", icon: plusIcon, onPress: () => showInvite() })}</div>`
				: html`<p class="settings-intro">Only an owner may invite or change people.</p>`
		}
		${resourceView(people, ({ users, invitations }) => {
			const active = arrangeActive(users);
			const invited = arrangeInvitations(invitations);
			const inactive = arrangeInactive(users);
			return html`
				<ul class="group" aria-label="People">
					${repeat(
						active,
						({ id }) => id,
						(one) => html`<li>${personView(one, users)}</li>`,
					)}
					${repeat(
						invited,
						({ id }) => id,
						(one) => html`<li>${invitationView(one)}</li>`,
					)}
				</ul>
				${active.length < 2 && invited.length === 0 ? html`<p class="group-footer">You are the only person here. An invitation is a link that works once: the invited person chooses a name and a password.</p>` : nothing}
				${inactive.length === 0 ? nothing : inactiveView(inactive)}
			`;
		})}
	`,
};

function personView(one: User, users: User[]): View {
	const isSelf = currentSession()?.person?.id === one.id;
	const { refusal } = actionOf(changingRole(one.id));
	return html`
		${rowView({
			title: isSelf ? html`${one.name} <span class="soft">You</span>` : one.name,
			detail: html`<span class="people-line">${one.email}${one.extension === null ? "" : ` · extension ${one.extension}`}</span>`,
			leading: avatarView(one.name),
			trailing: html`<span class="people-controls">${roleView(one, users)}${can("users:write") ? moreView(one, users, isSelf) : nothing}</span>`,
		})}
		${refusal ? html`<div class="people-below">${refusalLine(refusal)}</div>` : nothing}
	`;
}

function moreView(one: User, users: User[], isSelf: boolean): View {
	const isKept = isLastOwner(one, users);
	return menuView({
		id: `more-${one.id}`,
		label: `More for ${one.name}`,
		face: moreIcon,
		isIconOnly: true,
		items: [
			{ label: "Edit…", detail: "Name and extension", run: () => showEdit(one) },
			isSelf
				? null
				: {
						label: "Reset Password…",
						detail: "Makes a link for a new password",
						run: () => showReset(one),
					},
			...(isKept
				? []
				: [
						null,
						{
							label: "Deactivate…",
							detail: "Ends the access at once",
							isDestructive: true,
							run: () => askToDeactivate(one),
						},
					]),
		].filter((item, index, all) => item !== null || (index > 0 && all[index - 1] !== null)),
	});
}

function invitationView(one: Invitation): View {
	const isOver = Date.parse(one.expiresAt) <= Date.now();
	const extension = one.extension === null ? "" : ` · extension ${one.extension}`;
	const until = isOver ? "expired on" : "good until";
	return rowView({
		title: one.email,
		detail: html`<span class="people-line">${roleWords[one.role].word}${extension} · ${until} ${formatDate(one.expiresAt)}</span>`,
		leading: avatarView(""),
		trailing: html`<span class="people-controls">${statusView(isOver ? { word: "Expired", tone: "quiet" } : { word: "Invited", tone: "busy" })}${
			can("users:write")
				? menuView({
						id: `more-${one.id}`,
						label: `More for ${one.email}`,
						face: moreIcon,
						isIconOnly: true,
						items: [
							{
								label: "New Link…",
								detail: "The old one stops working",
								run: () => showNewLink(one),
							},
							{ label: "Withdraw…", isDestructive: true, run: () => askToWithdraw(one) },
						],
					})
				: nothing
		}</span>`,
	});
}

function inactiveView(inactive: User[]): View {
	return html`
		<details class="people-inactive">
			<summary>Deactivated (${inactive.length})</summary>
			<ul class="group" aria-label="Deactivated people">
				${inactive.map(
					({ name, email, deactivatedAt }) => html`
						<li>${rowView({ title: name, detail: html`<span class="people-line">${email}</span>`, leading: avatarView(name), time: deactivatedAt === null ? nothing : timeView(deactivatedAt) })}</li>
					`,
				)}
			</ul>
			<p class="group-footer">An invitation to the same email address restores access.</p>
		</details>
	`;
}
