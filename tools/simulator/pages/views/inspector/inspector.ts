import { html, nothing, type TemplateResult } from "lit-html";
import type { WholeMessageView } from "../../control/message-view.ts";
import { describeStatus } from "../../domain/calls/describe-status.ts";
import { type CallGroup, groupCalls } from "../../domain/calls/group-calls.ts";
import { formatClock, formatDuration } from "../../domain/format-time.ts";
import { describeDelivery } from "../../domain/messages/describe-delivery.ts";
import { isLive } from "../../domain/phones/derive-phone.ts";
import { networkNow } from "../../operations/set-network.ts";
import { change, state } from "../../state.ts";
import { avatarView } from "../avatar.ts";
import { chevronIcon } from "../icons.ts";
import { nameParty } from "../name-party.ts";
import { timelineView } from "./timeline.ts";

const recentCallsMax = 30;

export function inspectorView(): TemplateResult {
	const groups = groupCalls(state.calls);
	const shown = groups.find((group) => group.root.sid === state.selectedSid) ?? groups[0];
	const { shownText } = state;
	if (shownText) {
		return html`
			<aside class="inspector" aria-label="Text">
				${textHeadView(shownText)} ${timelineView({ root: shownText, legs: [] })}
				${groups.length > 0 ? recentsView(groups, null) : nothing}
			</aside>
		`;
	}
	return html`
		<aside class="inspector" aria-label="Calls">
			${shown ? html`${headView(shown)} ${timelineView(shown)} ${recentsView(groups, shown)}` : welcomeView()}
		</aside>
	`;
}

function headView({ root, legs }: CallGroup): TemplateResult {
	const { word, tone } = describeStatus(root.status);
	const count = legs.length === 0 ? "" : ` · ${legs.length === 1 ? "1 leg" : `${legs.length} legs`}`;
	return html`
		<header class="inspector-head">
			<h2>${partiesView(root)}</h2>
			<p class="status" data-tone=${tone}>${word}${lengthOf(root)}${count}</p>
		</header>
	`;
}

function textHeadView(text: WholeMessageView): TemplateResult {
	const { word, tone } = describeDelivery(text);
	const segments = text.segments === 1 ? "1 segment" : `${text.segments} segments`;
	return html`
		<header class="inspector-head">
			<h2>${partiesView(text)}</h2>
			<p class="status" data-tone=${tone}>${word} · ${segments}</p>
		</header>
	`;
}

function partiesView({ from, to }: { from: string; to: string }): TemplateResult {
	return html`${nameParty(from)} <span aria-hidden="true">→</span><span class="visually-hidden">to</span> ${nameParty(to)}`;
}

function recentsView(groups: CallGroup[], shown: CallGroup | null): TemplateResult {
	return html`
		<section class="recents" aria-label="Recent calls">
			<h3>Recent Calls</h3>
			<ul>
				${groups.slice(0, recentCallsMax).map(
					({ root, legs }) => html`
						<li>
							<button
								type="button"
								class="row"
								aria-current=${root.sid === shown?.root.sid ? "true" : "false"}
								@click=${() => selectCall(root.sid)}
							>
								${avatarView(root.from)}
								<span class="row-text">
									<span class="row-title">${partiesView(root)}</span>
									<span class="row-detail status" data-tone=${describeStatus(root.status).tone}>
										${describeStatus(root.status).word}${lengthOf(root)}${legs.filter((leg) => leg.to !== root.to).map((leg) => ` · ${nameParty(leg.to)}`)}
									</span>
								</span>
								<time class="row-time" datetime=${root.startedAt ?? nothing}>${clockTime(root.startedAt)}</time>
								${chevronIcon}
							</button>
						</li>
					`,
				)}
			</ul>
		</section>
	`;
}

function selectCall(sid: string): void {
	change((next) => {
		next.selectedSid = sid;
		next.shownText = null;
	});
}

function welcomeView(): TemplateResult {
	if (state.connection !== "open") {
		return html`<div class="welcome"><p class="connecting"><span class="spinner" aria-hidden="true"></span>Connecting…</p></div>`;
	}
	return html`
		<div class="welcome">
			<h2>Make the First Call</h2>
			<ol>
				<li>Press the green button on the first phone. It calls the company, and you read what a caller hears.</li>
				<li>Press <kbd>1</kbd><kbd>0</kbd><kbd>1</kbd> on its keypad, or on your keyboard.</li>
				<li>The phone beside it rings. Answer it, or let it ring and leave a message.</li>
			</ol>
			<p>Every webhook and every TwiML document of the call appears here, to the millisecond.</p>
			<p>To text the company, open Messages on a phone.</p>
		</div>
	`;
}

function lengthOf(call: CallGroup["root"]): string {
	if (!call.answeredAt) return "";
	if (call.durationSeconds) return ` · ${formatDuration(call.durationSeconds)}`;
	if (!isLive(call)) return "";
	return ` · ${formatDuration(networkNow() - (call.answeredAtNetworkSeconds ?? networkNow()))}`;
}

function clockTime(instant: string | null): string {
	return instant ? formatClock(instant) : "";
}
