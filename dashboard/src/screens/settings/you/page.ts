import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { html, nothing } from "lit-html";
import { prefetch } from "../../../api/resource.ts";
import { avatarView } from "../../../parts/avatar.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { switchView } from "../../../parts/forms/field.ts";
import { refusalLine, resourceView, skeletonView } from "../../../parts/states.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { signOut, useSession } from "../../../session/session.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { areSingleKeysOn, setSingleKeys } from "../../../state/key-choice.ts";
import { openKeyList } from "../../../state/overlays.ts";
import { roleWords } from "../../../words/statuses.ts";
import type { SettingsPage } from "../settings-page.ts";
import { openPasswordSheet } from "./password-sheet.ts";
import { endSession, ownSessionsResource, signOutEverywhere } from "./sessions.ts";

const endName = "settings/end-session";
const signOutName = "settings/sign-out";

export const page: SettingsPage = {
	load: () => {
		if (useSession()?.person) void prefetch(ownSessionsResource);
	},
	view() {
		const session = useSession();
		const person = session?.person ?? null;
		return html`
			<section class="group-section" aria-label="Your account">
				<div class="settings-group">
					<div class="settings-person">
						${avatarView(person?.name ?? "")}
						<div class="settings-person-words">
							<p class="settings-person-name" dir="auto">${person?.name ?? "API key"}</p>
							${person ? html`<p class="settings-person-more" dir="auto">${person.email}</p>` : nothing}
							${session?.role ? html`<p class="settings-person-more">${roleWords[session.role].word}${person?.extension ? ` · Extension ${person.extension}` : ""}</p>` : nothing}
						</div>
					</div>
				</div>
				<p class="group-footer">${session?.role ? roleWords[session.role].may : "Can do what its scopes allow."}</p>
			</section>
			<section class="group-section">
				<h2 class="group-title">Keyboard</h2>
				<div class="settings-group">
					${switchView({
						label: "Single-Key Shortcuts",
						detail:
							"Letters such as R and E act while you are not typing. When off, only keys with ⌘ or Ctrl act.",
						isOn: areSingleKeysOn(),
						onChange: setSingleKeys,
					})}
				</div>
				<div class="group-footer">${buttonView({ label: "Show All Shortcuts", style: "plain", onPress: openKeyList })} For this browser only.</div>
			</section>
			${signingOutSection(person !== null)} ${person ? sessionsSection() : nothing}
		`;
	},
};

function sessionsSection(): View {
	return html`
		<section class="group-section" aria-label="Where you are signed in">
			<h2 class="group-title">Where you are signed in</h2>
			<p class="settings-before">If you do not know a browser, end its session and change your password.</p>
			${resourceView(
				ownSessionsResource,
				({ items }) => html`<ul class="group">${items.map((one) => html`<li>${sessionView(one)}</li>`)}</ul>`,
				{ skeleton: skeletonView(2) },
			)}
			${refusalLine(actionOf(endName).refusal)}
		</section>
	`;
}

function sessionView({ id, browser, isThis, lastSeenAt, createdAt }: OwnSession): View {
	const name = browser ?? "A browser without a name";
	return html`
		<div class="row settings-session">
			<span class="row-text">
				<span class="row-title" dir="auto">${name}</span>
				<span class="row-detail">${isThis ? html`Signed in ${timeView(createdAt)}` : html`Last seen ${timeView(lastSeenAt)}`}</span>
			</span>
			${
				isThis
					? html`<span class="row-trailing">This Browser</span>`
					: actionButton({
							name: `${endName}/${id}`,
							label: "End Session",
							busyLabel: "Ending…",
							run: () => act(endName, () => endSession(id)),
						})
			}
		</div>
	`;
}

function signingOutSection(isPerson: boolean): View {
	return html`
		<section class="group-section" aria-label="Signing in and out">
			<div class="settings-ways">
				${isPerson ? buttonView({ label: "Change Password…", onPress: openPasswordSheet }) : nothing}
				${
					isPerson
						? actionButton({
								name: signOutName,
								label: "Sign Out Everywhere",
								busyLabel: "Signing Out…",
								run: signOutEverywhere,
							})
						: nothing
				}
				<button type="button" class="button" @click=${() => void signOut()}>Sign Out</button>
			</div>
			${refusalLine(actionOf(signOutName).refusal)}
		</section>
	`;
}
