import type { Health } from "@cloudpbx/contracts/api/health";
import { html } from "lit-html";
import { version } from "../../../../package.json";
import { prefetch, refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { definitionsView } from "../../../parts/lists/definitions.ts";
import { groupView } from "../../../parts/lists/row.ts";
import { resourceView, skeletonView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { useSession } from "../../../session/session.ts";
import type { SettingsPage } from "../settings-page.ts";
import { healthResource } from "./health.ts";

const services: Record<Health["services"][number]["service"], { title: string; detail: string }> = {
	voice: { title: "Voice", detail: "The menu, ringing, voicemail, the receptionist" },
	messaging: { title: "Messaging", detail: "Texts, opt-outs, the assistant’s answers, live news" },
	campaigns: { title: "Campaigns", detail: "Sending to many, at the right hour and pace" },
	provisioning: { title: "Provisioning", detail: "Renting numbers and setting them up" },
	admin: { title: "Admin", detail: "This page, the API, people and keys" },
};

export const page: SettingsPage = {
	load: () => void prefetch(healthResource),
	view() {
		const phonesUrl = useSession()?.phonesUrl ?? null;
		return html`
			<div class="settings-about">
				<img src="/icon.svg" alt="" width="64" height="64">
				<p class="settings-about-name">CloudPBX</p>
				<p class="settings-about-version">Version ${version}</p>
			</div>
			<section class="group-section" aria-label="Health">
				<h2 class="group-title">What runs in your Cloudflare account</h2>
				${resourceView(healthResource, healthView, { skeleton: skeletonView(5) })}
			</section>
			${groupView({
				title: "More",
				rows: [
					{ title: "API Reference", detail: "Every route, with examples", href: "/api/docs" },
					...(phonesUrl
						? [
								{
									title: "Simulated Phones",
									detail: "Call and text this company, on this machine",
									href: phonesUrl,
								},
							]
						: []),
				],
			})}
			${definitionsView([
				["Licence", "MIT"],
				["Carrier", "Twilio"],
				["Data", "In your own account: D1, R2 and Durable Objects"],
			])}
		`;
	},
};

function healthView({ isReady, services: reports }: Health) {
	return html`
		<ul class="group">
			${reports.map(({ service, isReady, message }) => {
				const { title, detail } = services[service];
				return html`
					<li>
						<div class="row settings-service">
							<span class="row-text">
								<span class="row-title">${title}</span>
								<span class="row-detail">${message ?? detail}</span>
							</span>
							<span class="row-trailing">${statusView(isReady ? { word: "Works", tone: "good" } : { word: "Does Not Work", tone: "bad" })}</span>
						</div>
					</li>
				`;
			})}
		</ul>
		<div class="group-footer settings-health">
			<p role="status">${isReady ? "Every part works." : "A part is not working. Calls and texts are handled as far as possible."}</p>
			${buttonView({ label: "Check Again", onPress: () => void refresh(healthResource) })}
		</div>
	`;
}
