import { failed, page, press, reader, sceneOf, settled, until } from "../fixtures/campaign-scenes.ts";
import { draft, emptyDraft, emptyLook, from, look, recipientOf } from "../fixtures/campaigns.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { pressAt } from "../press.ts";
import { refusal, type Scene } from "../scene.ts";

const csv =
	'number,firstName,city,notes\n(415) 555-0153,Ana,Oakland,\n212-555-0187,Omar,"New York",likes latte\n555-01,Bob,,\n(415) 555-0153,Ana,Oakland,\n+14155550177,Wilhelmina,San Francisco,\n';
const empty = {
	[`POST /api/campaigns/${emptyDraft.id}/preview`]: emptyLook,
	[`GET /api/campaigns/${emptyDraft.id}/recipients`]: page([]),
};

export const scenes: Scene[] = [
	{ name: "campaigns-new", path: "/campaigns/new", act: () => settled() },
	{ name: "campaigns-new-reader", path: "/campaigns/new", answers: { "GET /api/session": reader } },
	{ name: "campaigns-mapping", path: "/campaigns/new", act: () => settled(() => paste(csv)) },
	{
		name: "campaigns-audience",
		path: "/campaigns/new",
		answers: {
			"GET /api/contacts/tags": { items: ["Wholesale", "VIP", "<b>Café"] },
			"POST /api/campaigns/preview": { ...emptyLook, total: 1240, kept: 1180 },
		},
		act: () =>
			settled(async () => {
				press("Contacts with Tags…");
				await pressAt('input[name="audience-tag"][value="VIP"]');
			}),
	},
	{
		name: "campaigns-audience-none",
		path: "/campaigns/new",
		answers: { "GET /api/contacts/tags": { items: [] } },
		act: () => settled(() => press("Contacts with Tags…")),
	},
	{ name: "campaigns-mapping-fault", path: "/campaigns/new", act: () => settled(() => chooseSpreadsheet()) },
	sceneOf("campaigns-draft", draft),
	sceneOf("campaigns-draft-empty", emptyDraft, empty),
	sceneOf("campaigns-draft-reader", draft, { "GET /api/session": reader }),
	{
		...sceneOf("campaigns-draft-loading", draft, { [`GET /api/campaigns/${draft.id}`]: "never" }),
		act: undefined,
	},
	sceneOf(
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
	sceneOf("campaigns-draft-later", { ...draft, startAt: from(1300) }),
	sceneOf("campaigns-draft-left-out", draft, {
		[`POST /api/campaigns/${draft.id}/preview`]: {
			...look,
			samples: { ...look.samples, first: { ...look.samples.first, setAside: "opted_out" } },
		},
	}),
	sceneOf(
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
	sceneOf("campaigns-draft-unsaved", draft, { [`PUT /api/campaigns/${draft.id}`]: failed }, () =>
		write("Hi {{firstName}}, it is time."),
	),
	sceneOf(
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
	sceneOf("campaigns-draft-test", draft, {}, () => press("Send Test…")),
	sceneOf("campaigns-draft-deleting", draft, {}, async () => {
		press("Delete Draft…");
		await until(() => document.querySelector("dialog") !== null);
	}),
	sceneOf(
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
];

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

/** Waits until the draft has saved itself. */
async function write(text: string): Promise<void> {
	const field = document.querySelector<HTMLTextAreaElement>("#campaign-message");
	if (!field) return;
	field.value = text;
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	await until(() => document.querySelector(".campaigns-conflict, .campaigns-saved[data-fault]") !== null);
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
