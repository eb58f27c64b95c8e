import type { CampaignProgress } from "@cloudpbx/contracts/campaigns";
import {
	completed,
	draft,
	emptyDraft,
	emptyLook,
	from,
	groups,
	listed,
	look,
	progressOf,
	recipientOf,
	sending,
} from "../fixtures/campaigns.ts";
import { agent, campaignOf, owner } from "../fixtures/company.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { ago, refusal, type Scene } from "../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const failed = refusal(503, "upstream_unavailable", "The part that keeps the campaigns does not answer.");
const offline = refusal(503, "upstream_unavailable", "The part that sends the campaigns does not answer.");
const reader = { ...owner, scopes: owner.scopes.filter((scope) => scope !== "campaigns:write") };
const csv =
	'number,firstName,city,notes\n(415) 555-0153,Ana,Oakland,\n212-555-0187,Omar,"New York",likes latte\n555-01,Bob,,\n(415) 555-0153,Ana,Oakland,\n+14155550177,Wilhelmina,San Francisco,\n';

const answersOf = (one: CampaignProgress) => ({
	[`GET /api/campaigns/${one.id}`]: one,
	[`GET /api/campaigns/${one.id}/recipients`]: page(listed, "more"),
	[`GET /api/campaigns/${one.id}/outcomes`]: { ...groups, counts: one.counts },
	[`POST /api/campaigns/${one.id}/preview`]: look,
	[`PUT /api/campaigns/${one.id}`]: one,
});

function of(name: string, one: CampaignProgress, more: Scene["answers"] = {}, act?: Scene["act"]): Scene {
	const answers = { ...answersOf(one), ...more };
	const settledAct = act && (() => settled(act));
	return { name, path: `/campaigns/${one.id}`, answers, act: settledAct ?? (() => settled(() => undefined)) };
}

const empty = {
	[`POST /api/campaigns/${emptyDraft.id}/preview`]: emptyLook,
	[`GET /api/campaigns/${emptyDraft.id}/recipients`]: page([]),
};
const sendingHeld = { counts: { ...sending.counts, queued: 264, sending: 0 }, heldUntil: from(980) };

export const scenes: Scene[] = [
	{
		name: "campaigns-list",
		path: "/campaigns",
		answers: {
			"GET /api/campaigns": page(
				[
					draft,
					sending,
					campaignOf({
						id: "cmp_2",
						name: "Price Change",
						status: "paused",
						reason: "The carrier refuses texts from this number.",
					}),
					progressOf({
						id: "cmp_5",
						name: "New Year Hours",
						status: "scheduled",
						startAt: from(1200),
						counts: draft.counts,
						startedAt: null,
					}),
					campaignOf({ id: "cmp_3" }),
					completed,
					campaignOf({
						id: "cmp_6",
						name: "A campaign with a very long name that nobody would read to its end anyway",
						status: "cancelled",
					}),
				],
				"more",
			),
		},
	},
	{ name: "campaigns-loading", path: "/campaigns", answers: { "GET /api/campaigns": "never" } },
	{ name: "campaigns-refused", path: "/campaigns", answers: { "GET /api/campaigns": failed } },
	{ name: "campaigns-empty", path: "/campaigns", answers: { "GET /api/campaigns": page([]) } },
	{
		name: "campaigns-filtered-empty",
		path: "/campaigns?status=paused",
		answers: { "GET /api/campaigns": page([]) },
	},
	{ name: "campaigns-agent", path: "/campaigns", answers: { "GET /api/session": agent } },
	{ name: "campaigns-reader", path: "/campaigns", answers: { "GET /api/session": reader } },
	{ name: "campaigns-new", path: "/campaigns/new", act: () => settled(() => undefined) },
	{ name: "campaigns-new-reader", path: "/campaigns/new", answers: { "GET /api/session": reader } },
	{ name: "campaigns-mapping", path: "/campaigns/new", act: () => settled(() => paste(csv)) },
	{ name: "campaigns-mapping-fault", path: "/campaigns/new", act: () => settled(() => chooseSpreadsheet()) },
	of("campaigns-draft", draft),
	of("campaigns-draft-empty", emptyDraft, empty),
	of("campaigns-draft-reader", draft, { "GET /api/session": reader }),
	{
		...of("campaigns-draft-loading", draft, { [`GET /api/campaigns/${draft.id}`]: "never" }),
		act: undefined,
	},
	of(
		"campaigns-draft-warned",
		{ ...draft, message: "Hi {{firstName}} – “big sale” today… {{city|here}}" },
		{
			[`POST /api/campaigns/${draft.id}/preview`]: {
				...look,
				segments: {
					encoding: "UCS-2",
					forcedBy: ["–", "“", "”", "…"],
					perMessageMin: 1,
					perMessageMax: 3,
					total: 900,
				},
				missingFields: {
					count: 12,
					examples: [{ position: 4, number: "+14155550188", fields: ["firstName"] }],
				},
				warnings: [
					{ code: "no_opt_out_wording", message: "" },
					{ code: "missing_fields", message: "" },
					{ code: "ucs2", message: "" },
					{ code: "long", message: "" },
				],
				samples: { ...look.samples, first: { ...look.samples.first, text: "Hi – “big sale” today… here" } },
			},
		},
	),
	of("campaigns-draft-later", { ...draft, startAt: from(1300) }),
	of("campaigns-draft-left-out", draft, {
		[`POST /api/campaigns/${draft.id}/preview`]: {
			...look,
			samples: { ...look.samples, first: { ...look.samples.first, setAside: "opted_out" } },
		},
	}),
	of(
		"campaigns-draft-conflict",
		draft,
		{
			[`PUT /api/campaigns/${draft.id}`]: {
				status: 409,
				problem: {
					code: "conflict",
					detail:
						"Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
					current: {
						...draft,
						version: 3,
						message: "Hi {{firstName}}, book your yearly service now. Reply STOP to opt out.",
					},
				},
			},
		},
		() => write("Hi {{firstName}}, call us to book. Reply STOP to opt out."),
	),
	of("campaigns-draft-unsaved", draft, { [`PUT /api/campaigns/${draft.id}`]: failed }, () =>
		write("Hi {{firstName}}, it is time."),
	),
	of(
		"campaigns-draft-send-refused",
		draft,
		{
			[`POST /api/campaigns/${draft.id}/schedule`]: refusal(
				412,
				"precondition_failed",
				"Its recipients are still coming in. Try again in a moment.",
			),
		},
		() => press("Send to 482 People"),
	),
	of("campaigns-draft-test", draft, {}, () => press("Send Test…")),
	of("campaigns-draft-deleting", draft, {}, async () => {
		press("Delete Draft…");
		await until(() => document.querySelector("dialog") !== null);
	}),
	of(
		"campaigns-draft-hostile",
		{ ...draft, name: hostileText, message: hostileText.slice(0, 400) },
		{
			[`POST /api/campaigns/${draft.id}/preview`]: {
				...look,
				examples: [{ number: hostileText.slice(0, 60), reason: "invalid", words: hostileText }],
				samples: {
					...look.samples,
					first: { ...look.samples.first, text: hostileText, number: hostileText.slice(0, 60) },
				},
			},
			[`GET /api/campaigns/${draft.id}/recipients`]: page([
				recipientOf({ id: "rcp_1", fields: { [hostileText.slice(0, 60)]: hostileText } }),
			]),
		},
	),
	{
		name: "campaigns-mapping-hostile",
		path: "/campaigns/new",
		act: () =>
			settled(() =>
				paste(`number,${quote(hostileText)}\n=cmd()|' /C calc'!A0,${quote(hostileText)}\n@SUM(1),<b>x</b>\n`),
			),
	},
	of("campaigns-scheduled", progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: from(1200) })),
	of(
		"campaigns-scheduled-late",
		progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: ago({ minutes: 30 }) }),
	),
	of(
		"campaigns-scheduled-moving",
		progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: from(1200) }),
		{},
		() => press("Move…"),
	),
	of("campaigns-sending", sending),
	of("campaigns-held", { ...sending, ...sendingHeld }),
	of("campaigns-paused", { ...sending, status: "paused", reason: "Paused by hand.", expectedEndAt: null }),
	of("campaigns-stopped", {
		...sending,
		status: "paused",
		reason:
			"More than 30 % of the texts failed or were not delivered. Look at the list, take out what is old, and resume it.",
		expectedEndAt: null,
	}),
	of("campaigns-pause-refused", sending, { [`POST /api/campaigns/${sending.id}/pause`]: offline }, () =>
		press("Pause"),
	),
	of("campaigns-cancelling", sending, {}, () => press("Cancel…")),
	of("campaigns-sending-reader", sending, { "GET /api/session": reader }),
	of("campaigns-completed", completed),
	of("campaigns-all-sent", { ...completed, counts: { ...completed.counts, sent: 6, delivered: 464 } }),
	of("campaigns-cancelled", {
		...completed,
		status: "cancelled",
		counts: { ...completed.counts, delivered: 300, skipped: 188 },
	}),
	of("campaigns-failed", {
		...completed,
		status: "failed",
		reason: "Its list of recipients did not arrive completely.",
		counts: { ...draft.counts, queued: 0, total: 18 },
	}),
	{
		...of("campaigns-recipients-filtered-empty", completed, {
			[`GET /api/campaigns/${completed.id}/recipients?status=failed&q=jane`]: page([]),
		}),
		path: `/campaigns/${completed.id}?status=failed&q=jane`,
	},
	{
		...of("campaigns-report-refused", completed, { [`GET /api/campaigns/${completed.id}/outcomes`]: failed }),
	},
	{
		name: "campaigns-gone",
		path: "/campaigns/cmp_0",
		answers: { "GET /api/campaigns/cmp_0": refusal(404, "not_found", "There is no such campaign.") },
	},
	of(
		"campaigns-report-hostile",
		{ ...completed, name: hostileText, message: hostileText },
		{
			[`GET /api/campaigns/${completed.id}/outcomes`]: {
				...groups,
				items: [{ status: "failed", reason: hostileText, errorCode: 30008, count: 4 }],
			},
			[`GET /api/campaigns/${completed.id}/recipients`]: page([
				recipientOf({
					id: "rcp_1",
					number: hostileText.slice(0, 60),
					status: "failed",
					reason: hostileText,
					fields: { name: hostileText },
				}),
			]),
		},
	),
];

/** The pane of a campaign comes after the page. */
async function settled(act: () => void | Promise<void>): Promise<void> {
	await until(
		() => document.querySelector(".campaigns-section, .campaigns-lead, .refusal, .definitions") !== null,
	);
	await act();
}

async function paste(text: string): Promise<void> {
	const field = document.querySelector<HTMLTextAreaElement>("#field-campaign-paste");
	if (!field) return;
	field.value = text;
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	await until(() => document.querySelector(".campaigns-mapping") !== null);
}

async function chooseSpreadsheet(): Promise<void> {
	const input = document.querySelector<HTMLInputElement>("input[type=file]");
	if (!input) return;
	const files = new DataTransfer();
	files.items.add(new File([new Uint8Array([0x50, 0x4b, 3, 4])], "people.xlsx"));
	input.files = files.files;
	input.dispatchEvent(new Event("change", { bubbles: true }));
	await until(() => document.querySelector(".field-error") !== null);
}

/** Long enough for the draft to save itself. */
async function write(text: string): Promise<void> {
	const field = document.querySelector<HTMLTextAreaElement>("#campaign-message");
	if (!field) return;
	field.value = text;
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	await until(() => document.querySelector(".campaigns-conflict, .campaigns-saved[data-fault]") !== null);
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

function press(label: string): void {
	const buttons = [...document.querySelectorAll<HTMLButtonElement>("main button, dialog button")];
	buttons.find((button) => button.textContent?.trim() === label)?.click();
}

async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 150 && !isSo(); tries++)
		await new Promise((resolve) => setTimeout(resolve, 20));
}
