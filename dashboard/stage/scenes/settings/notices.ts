import type { Notices } from "@cloudpbx/contracts/news/notices";
import { agent, owner } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { refusal, type Scene } from "../../scene.ts";

const path = "/settings/notices";
const notices: Notices = {
	missedCall: "email",
	voicemail: "text",
	conversationWaiting: "none",
	campaignStopped: "email",
	campaignFinished: "none",
	numberTrouble: "email",
	atNight: false,
	email: "olivia@acme.example",
	isEmailOn: true,
	phone: "+14155550151",
	isPhoneOptedOut: false,
};
const answers = (more: Partial<Notices> = {}) => ({ "GET /api/me/notices": { ...notices, ...more } });

async function chooseWay(id: string, way: string): Promise<void> {
	const select = document.querySelector<HTMLSelectElement>(`#setting-${id}`);
	if (!select) throw new Error(`There is no choice for ${id}.`);
	select.value = way;
	select.dispatchEvent(new Event("change"));
}

export const scenes: Scene[] = [
	{ name: "settings-notices", path, answers: answers({ atNight: true }) },
	{ name: "settings-notices-email-off", path, answers: answers({ isEmailOn: false }) },
	{ name: "settings-notices-no-phone", path, answers: answers({ phone: null }) },
	{ name: "settings-notices-stopped", path, answers: answers({ isPhoneOptedOut: true }) },
	{ name: "settings-notices-agent", path, answers: { ...answers(), "GET /api/session": agent } },
	{
		name: "settings-notices-key",
		path,
		answers: { ...answers(), "GET /api/session": { ...owner, person: null, role: null } },
	},
	{ name: "settings-notices-loading", path, answers: { "GET /api/me/notices": "never" } },
	{
		name: "settings-notices-error",
		path,
		answers: { "GET /api/me/notices": refusal(503, "upstream_unavailable", "The database did not answer.") },
	},
	{
		name: "settings-notices-refused",
		path,
		answers: {
			...answers(),
			"PUT /api/me/notices": refusal(503, "upstream_unavailable", "The database did not answer."),
		},
		act: () => chooseWay("voicemail", "email"),
	},
	{ name: "settings-notices-hostile", path, answers: answers({ email: hostileText }) },
];
