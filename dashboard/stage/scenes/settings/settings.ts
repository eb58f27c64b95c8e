import type { Health } from "@cloudpbx/contracts/api/health";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { writeDraft } from "../../../src/state/drafts.ts";
import { settings } from "../../fixtures/company/office.ts";
import { agent, owner } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { wavOf } from "../../fixtures/sound.ts";
import { look } from "../../press.ts";
import { ago, refusal, type Scene, type StagedAnswer } from "../../scene.ts";

const readOnly = {
	"GET /api/session": { ...owner, scopes: owner.scopes.filter((scope) => scope !== "settings:write") },
};
const stored = (change: Partial<typeof settings>): Record<string, StagedAnswer> => ({
	"GET /api/settings": { ...settings, ...change },
});
const down = refusal(503, "unavailable", "The database does not answer. Try again in a minute.");

const sessionOf = (change: Partial<OwnSession> & { id: string }): OwnSession => ({
	browser: "Safari on Mac",
	createdAt: ago({ days: 12 }),
	lastSeenAt: ago({ minutes: 4 }),
	expiresAt: ago({ days: -18 }),
	isThis: false,
	...change,
});
const sessions = {
	"GET /api/me/sessions": {
		items: [
			sessionOf({ id: "ses_1", isThis: true }),
			sessionOf({ id: "ses_2", browser: "Chrome on Android", lastSeenAt: ago({ days: 2 }) }),
			sessionOf({ id: "ses_3", browser: null, lastSeenAt: ago({ days: 9 }) }),
		],
		nextCursor: null,
	},
};

const health: Health = {
	isReady: true,
	services: (["admin", "voice", "messaging", "campaigns", "provisioning"] as const).map((service) => ({
		service,
		isReady: true,
		message: null,
	})),
	phonesUrl: owner.phonesUrl,
};
const manyNumbers = {
	...owner,
	numbers: [
		...owner.numbers,
		{ id: "num_2", number: "+14155550101", label: null, extension: "101", kind: "local" as const },
		{ id: "num_3", number: "+14155550102", label: "Support line", extension: "102", kind: "local" as const },
	],
};

const turn = () => new Promise((resolve) => setTimeout(resolve, 30));

async function type(field: string, value: string): Promise<void> {
	let control: HTMLElement | null = null;
	while (!control) {
		await turn();
		control = document.getElementById(`setting-${field}`);
	}
	(control as HTMLInputElement | HTMLSelectElement).value = value;
	control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input"));
}

async function press(label: string): Promise<void> {
	await turn();
	[...document.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === label)?.click();
	await turn();
}

export const scenes: Scene[] = [
	{ name: "settings-list", path: "/settings" },
	{ name: "settings-agent", path: "/settings", answers: { "GET /api/session": agent } },
	{
		name: "settings-agent-forbidden",
		path: "/settings/greeting",
		answers: { "GET /api/session": agent },
	},
	{ name: "settings-missing", path: "/settings/nothing" },
	{ name: "settings-loading", path: "/settings/greeting", answers: { "GET /api/settings": "never" } },
	{ name: "settings-refused", path: "/settings/greeting", answers: { "GET /api/settings": down } },

	{ name: "settings-company", path: "/settings/company" },
	{
		name: "settings-company-nameless",
		path: "/settings/company",
		async act() {
			await type("companyName", " ");
			await press("Save");
		},
	},
	{ name: "settings-company-read-only", path: "/settings/company", answers: readOnly },
	{
		name: "settings-company-hostile",
		path: "/settings/company",
		answers: stored({ companyName: hostileText.slice(0, 100) }),
	},

	{ name: "settings-greeting", path: "/settings/greeting" },
	{
		name: "settings-greeting-recorded",
		path: "/settings/greeting",
		answers: { ...stored({ greetingAudio: "wav" }), "GET /api/settings/greeting/audio": wavOf(9) },
		act: () => look(".recorded-greeting"),
	},
	{ name: "settings-greeting-empty", path: "/settings/greeting", answers: stored({ greeting: "" }) },
	{
		name: "settings-greeting-changed",
		path: "/settings/greeting",
		act: () => type("greeting", "We are closed this week, and back on Monday, December 7."),
	},
	{
		name: "settings-greeting-saving",
		path: "/settings/greeting",
		answers: { "PUT /api/settings": "never" },
		async act() {
			await type("greeting", "We are closed this week.");
			await press("Save");
		},
	},
	{
		name: "settings-greeting-saved",
		path: "/settings/greeting",
		answers: { "PUT /api/settings": { ...settings, greeting: "We are closed this week.", version: 8 } },
		async act() {
			await type("greeting", "We are closed this week.");
			await press("Save");
		},
	},
	{
		name: "settings-greeting-unsaved",
		path: "/settings/greeting",
		answers: { "PUT /api/settings": down },
		async act() {
			await type("greeting", "We are closed this week.");
			await press("Save");
		},
	},
	{
		name: "settings-greeting-conflict",
		path: "/settings/greeting",
		act: () =>
			writeDraft("settings/greeting", {
				values: { greeting: "We are closed this week." },
				base: { greeting: "Hello." },
			}),
	},
	{
		name: "settings-greeting-discarded",
		path: "/settings/greeting",
		async act() {
			await type("greeting", "We are closed this week.");
			await press("Discard");
		},
	},
	{ name: "settings-greeting-read-only", path: "/settings/greeting", answers: readOnly },
	{
		name: "settings-greeting-hostile",
		path: "/settings/greeting",
		answers: stored({ greeting: hostileText }),
	},

	{ name: "settings-facts", path: "/settings/facts" },
	{
		name: "settings-facts-empty",
		path: "/settings/facts",
		answers: stored({ hoursText: "", factsText: "" }),
	},
	{
		name: "settings-facts-conflict",
		path: "/settings/facts",
		answers: stored({ factsText: hostileText }),
		act: () =>
			writeDraft("settings/facts", {
				values: { factsText: "A visit costs $95.", hoursText: "9 to 6" },
				base: { factsText: "A visit costs $90.", hoursText: "9 to 5" },
			}),
	},
	{
		name: "settings-facts-read-only",
		path: "/settings/facts",
		answers: { ...readOnly, ...stored({ factsText: "" }) },
	},

	{ name: "settings-assistant", path: "/settings/assistant" },
	{ name: "settings-assistant-off", path: "/settings/assistant", answers: stored({ isAssistantOn: false }) },
	{
		name: "settings-assistant-refused",
		path: "/settings/assistant",
		answers: { "PUT /api/settings": down },
		act: () => document.querySelector<HTMLInputElement>("main input[role=switch]")?.click(),
	},
	{ name: "settings-assistant-read-only", path: "/settings/assistant", answers: readOnly },

	{ name: "settings-calls", path: "/settings/calls" },
	{
		name: "settings-calls-wrong",
		path: "/settings/calls",
		answers: {
			"PUT /api/settings": refusal(400, "bad_input", "Some fields are wrong.", [
				{ in: "body", field: "fallbackNumber", message: "This is no telephone number." },
			]),
		},
		async act() {
			await type("fallbackNumber", "415 555");
			await press("Save");
		},
	},
	{
		name: "settings-calls-out-of-limits",
		path: "/settings/calls",
		async act() {
			await type("ringSeconds", "90");
			await type("keyWaitSeconds", "a few");
			await press("Save");
		},
	},
	{
		name: "settings-calls-read-only",
		path: "/settings/calls",
		answers: { ...readOnly, ...stored({ fallbackNumber: null }) },
	},

	{ name: "settings-limits", path: "/settings/limits" },
	{ name: "settings-texts", path: "/settings/texts", answers: { "GET /api/session": manyNumbers } },
	{
		name: "settings-texts-wrong",
		path: "/settings/texts",
		answers: { "GET /api/session": manyNumbers },
		async act() {
			await type("senderRates.+14155550101", "20");
			await press("Save");
		},
	},
	{
		name: "settings-texts-without-number",
		path: "/settings/texts",
		answers: { "GET /api/session": { ...owner, numbers: [] } },
	},
	{
		name: "settings-texts-conflict",
		path: "/settings/texts",
		act: () =>
			writeDraft("settings/texts", {
				values: { senderRates: { "+18005550100": 5 } },
				base: { senderRates: { "+18005550100": 1 } },
			}),
	},
	{
		name: "settings-texts-read-only",
		path: "/settings/texts",
		answers: { "GET /api/session": { ...readOnly["GET /api/session"], numbers: manyNumbers.numbers } },
	},

	{ name: "settings-retention", path: "/settings/retention" },
	{
		name: "settings-retention-lowered",
		path: "/settings/retention",
		answers: { "GET /api/settings/retention": { voicemails: 1204, texts: 10_000, auditEntries: null } },
		async act() {
			await type("recordingRetentionDays", "90");
			await type("textRetentionDays", "365");
		},
	},
	{
		name: "settings-retention-deleting",
		path: "/settings/retention",
		answers: { "GET /api/settings/retention": { voicemails: 1204, texts: null, auditEntries: null } },
		async act() {
			await type("recordingRetentionDays", "90");
			await turn();
			await press("Save");
		},
	},
	{
		name: "settings-retention-counting",
		path: "/settings/retention",
		answers: { "GET /api/settings/retention": "never" },
		act: () => type("recordingRetentionDays", "30"),
	},
	{
		name: "settings-retention-nothing-older",
		path: "/settings/retention",
		answers: { "GET /api/settings/retention": { voicemails: 0, texts: null, auditEntries: null } },
		act: () => type("recordingRetentionDays", "180"),
	},
	{
		name: "settings-retention-other",
		path: "/settings/retention",
		answers: stored({ recordingRetentionDays: 45 }),
		act: () => type("auditRetentionDays", "other"),
	},
	{ name: "settings-retention-read-only", path: "/settings/retention", answers: readOnly },

	{ name: "settings-about", path: "/settings/about", answers: { "GET /api/health": health } },
	{
		name: "settings-about-broken",
		path: "/settings/about",
		answers: {
			"GET /api/health": {
				...health,
				isReady: false,
				services: health.services.map((one) =>
					one.service === "messaging"
						? { ...one, isReady: false, message: "The carrier’s credentials are missing." }
						: one,
				),
			},
		},
	},
	{ name: "settings-about-loading", path: "/settings/about", answers: { "GET /api/health": "never" } },

	{ name: "settings-you", path: "/settings/you", answers: sessions },
	{
		name: "settings-you-agent",
		path: "/settings/you",
		answers: { ...sessions, "GET /api/session": agent },
	},
	{
		name: "settings-you-key",
		path: "/settings/you",
		answers: { "GET /api/session": { ...owner, person: null, role: null } },
	},
	{
		name: "settings-you-refused",
		path: "/settings/you",
		answers: { ...sessions, "DELETE /api/me/sessions/ses_2": down },
		act: () => press("End Session"),
	},
	{
		name: "settings-you-password",
		path: "/settings/you",
		answers: sessions,
		act: () => press("Change Password…"),
	},
	{
		name: "settings-you-hostile",
		path: "/settings/you",
		answers: {
			...sessions,
			"GET /api/session": {
				...owner,
				companyName: hostileText,
				person: { ...owner.person, name: hostileText, email: hostileText },
			},
		},
	},
];
