import { agent, owner } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { deliveries, deliveryOf, minutesAgo, webhookOf, webhooks } from "../../fixtures/webhooks.ts";
import { press, pressAt, write } from "../../press.ts";
import { refusal, type Scene } from "../../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const path = "/settings/webhooks";
const list = { "GET /api/webhooks": page(webhooks) };
const log = (id: string, items: unknown[] = deliveries) => ({
	[`GET /api/webhooks/${id}/deliveries`]: page(items),
});
const one = (id: string) => ({ path: `${path}?webhook=${id}`, answers: { ...list, ...log(id) } });
const failed = refusal(500, "internal", "Something went wrong on our side.");
const secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDWQdJb3JmTF8=";
const reader = { ...owner, scopes: owner.scopes.filter((scope) => scope !== "webhooks:write") };

export const scenes: Scene[] = [
	{ name: "webhooks-list", path, answers: list },
	{ name: "webhooks-empty", path, answers: { "GET /api/webhooks": page([]) } },
	{ name: "webhooks-loading", path, answers: { "GET /api/webhooks": "never" } },
	{ name: "webhooks-refused", path, answers: { "GET /api/webhooks": failed } },
	{ name: "webhooks-forbidden", path, answers: { "GET /api/session": agent } },
	{
		name: "webhooks-reader",
		...one("whk_crm"),
		answers: { ...one("whk_crm").answers, "GET /api/session": reader },
	},
	{
		name: "webhooks-full",
		path,
		answers: {
			"GET /api/webhooks": page(Array.from({ length: 20 }, (_, index) => webhookOf({ id: `whk_${index}` }))),
		},
	},
	{
		name: "webhooks-hostile",
		path: `${path}?webhook=whk_1`,
		answers: {
			"GET /api/webhooks": page([
				webhookOf({
					id: "whk_1",
					url: `https://acme.example/${hostileText}`,
					description: hostileText.slice(0, 200),
				}),
			]),
			...log("whk_1", [deliveryOf({ type: hostileText.slice(0, 80) })]),
		},
	},
	{ name: "webhooks-one", ...one("whk_crm") },
	{ name: "webhooks-one-failing", ...one("whk_desk"), act: () => pressAt(".webhooks-delivery > summary") },
	{ name: "webhooks-one-paused", ...one("whk_old") },
	{ name: "webhooks-one-restored", ...one("whk_restored") },
	{ name: "webhooks-one-gone", ...one("whk_nothing") },
	{
		name: "webhooks-one-unsent",
		path: `${path}?webhook=whk_crm`,
		answers: { ...list, ...log("whk_crm", []) },
	},
	{
		name: "webhooks-log-refused",
		path: `${path}?webhook=whk_crm`,
		answers: { ...list, "GET /api/webhooks/whk_crm/deliveries": failed },
	},
	{
		name: "webhooks-tested",
		...one("whk_crm"),
		answers: {
			...one("whk_crm").answers,
			"POST /api/webhooks/whk_crm/test": deliveryOf({ type: "webhook.test", subjectId: null }),
		},
		act: () => press("Send Test"),
	},
	{
		name: "webhooks-test-failed",
		...one("whk_crm"),
		answers: {
			...one("whk_crm").answers,
			"POST /api/webhooks/whk_crm/test": deliveryOf({
				type: "webhook.test",
				status: "failed",
				tries: [
					{
						at: minutesAgo(0),
						status: "failed",
						statusCode: 302,
						reason:
							"It answered with a redirect (302), which is not followed. Enter the address that it leads to.",
						durationSeconds: 0.2,
					},
				],
			}),
		},
		act: () => press("Send Test"),
	},
	{ name: "webhooks-delete", ...one("whk_crm"), act: () => press("Delete…") },
	{ name: "webhooks-edit", ...one("whk_crm"), act: () => press("Edit…") },
	{
		name: "webhooks-edit-conflict",
		...one("whk_crm"),
		answers: {
			...one("whk_crm").answers,
			"PUT /api/webhooks/whk_crm": {
				status: 409,
				problem: {
					code: "conflict",
					detail:
						"Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
					current: { description: "CRM of sales" },
					sent: { description: "CRM", version: 1 },
				},
			},
		},
		act: async () => {
			await press("Edit…");
			await press("Save");
		},
	},
	{ name: "webhooks-secret", ...one("whk_crm"), act: () => press("New Secret…") },
	{
		name: "webhooks-secret-made",
		...one("whk_crm"),
		answers: {
			...one("whk_crm").answers,
			"POST /api/webhooks/whk_crm/secret": { secret, previousSecretUntil: minutesAgo(-60 * 24) },
		},
		act: async () => {
			await press("New Secret…");
			await press("Make New Secret");
		},
	},
	{ name: "webhooks-new", path, answers: list, act: () => press("New Webhook…") },
	{
		name: "webhooks-new-refused",
		path,
		answers: {
			...list,
			"POST /api/webhooks": refusal(400, "bad_input", "url: The address leads into a private network.", [
				{
					in: "body",
					field: "url",
					message:
						"The address leads into a private network, which events are not sent to. It must be reachable from the internet.",
				},
			]),
		},
		act: async () => {
			await press("New Webhook…");
			await write("url", "https://10.0.0.1/");
			await press("A call is missed");
			await press("Make Webhook");
		},
	},
	{
		name: "webhooks-new-made",
		path,
		answers: { ...list, "POST /api/webhooks": { ...webhookOf({}), secret } },
		act: async () => {
			await press("New Webhook…");
			await write("url", "https://hooks.acme.example/");
			await press("A call is missed");
			await press("Make Webhook");
		},
	},
];
