import { changeOf, changes, consentOf, ledger, optOutOf, optOuts, users } from "../../fixtures/access.ts";
import { agent } from "../../fixtures/company/sessions.ts";
import { numbers } from "../../fixtures/extensions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { press, pressAt, write } from "../../press.ts";
import { refusal, type Scene } from "../../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const failed = refusal(500, "internal", "Something went wrong on our side.");
const one = "/settings/opt-outs?number=%2B14155550177";
const list = { "GET /api/opt-outs": page(optOuts, "more") };
const isOut = {
	"GET /api/opt-outs": page(optOuts.slice(0, 1)),
	"GET /api/opt-outs/%2B14155550177/events": page(ledger),
};
const isIn = {
	"GET /api/opt-outs": page([]),
	"GET /api/opt-outs/%2B14155550177/events": page(ledger.slice(0, 2)),
};
const log = {
	"GET /api/audit": page(changes, "more"),
	"GET /api/users": page(users),
	"GET /api/numbers": page(numbers),
};

export const scenes: Scene[] = [
	{ name: "opt-outs-list", path: "/settings/opt-outs", answers: list },
	{ name: "opt-outs-empty", path: "/settings/opt-outs", answers: { "GET /api/opt-outs": page([]) } },
	{ name: "opt-outs-loading", path: "/settings/opt-outs", answers: { "GET /api/opt-outs": "never" } },
	{ name: "opt-outs-refused", path: "/settings/opt-outs", answers: { "GET /api/opt-outs": failed } },
	{ name: "opt-outs-agent", path: "/settings/opt-outs", answers: { ...list, "GET /api/session": agent } },
	{
		name: "opt-outs-hostile",
		path: "/settings/opt-outs",
		answers: { "GET /api/opt-outs": page([optOutOf({ number: "+14155550177", words: hostileText })]) },
	},
	{
		name: "opt-outs-not-a-number",
		path: "/settings/opt-outs",
		answers: list,
		act: async () => {
			await write("number", "555");
			await press("Look Up");
		},
	},
	{ name: "opt-outs-one-out", path: one, answers: isOut },
	{ name: "opt-outs-one-in", path: one, answers: isIn },
	{
		name: "opt-outs-one-never",
		path: one,
		answers: { ...isIn, "GET /api/opt-outs/%2B14155550177/events": page([]) },
	},
	{ name: "opt-outs-one-loading", path: one, answers: { ...isOut, "GET /api/opt-outs": "never" } },
	{ name: "opt-outs-one-agent", path: one, answers: { ...isOut, "GET /api/session": agent } },
	{
		name: "opt-outs-one-hostile",
		path: one,
		answers: {
			...isOut,
			"GET /api/opt-outs/%2B14155550177/events": page([
				consentOf({ words: hostileText }),
				consentOf({ words: null, by: hostileText, reason: hostileText }),
			]),
		},
	},
	{ name: "opt-outs-add", path: "/settings/opt-outs", answers: list, act: () => press("Opt Out a Number…") },
	{
		name: "opt-outs-lift",
		path: one,
		answers: {
			...isOut,
			"DELETE /api/opt-outs/%2B14155550177": refusal(400, "bad_input", "The input is wrong.", [
				{ in: "body", field: "reason", message: "Say in a sentence why this number may be texted again." },
			]),
		},
		act: async () => {
			await press("Lift Opt-Out…");
			await write("reason", "Asked");
			await press("Lift Opt-Out");
		},
	},
	{ name: "opt-outs-import", path: "/settings/opt-outs", answers: list, act: () => press("Import…") },
	{
		name: "opt-outs-imported",
		path: "/settings/opt-outs",
		answers: {
			...list,
			"POST /api/opt-outs/import": {
				added: 482,
				unchanged: 12,
				invalidCount: 23,
				invalid: Array.from({ length: 23 }, (_, index) => ({
					line: index * 7 + 2,
					reason: index === 0 ? hostileText.slice(0, 120) : "This is not a telephone number.",
				})),
			},
		},
		act: async () => {
			await press("Import…");
			const field = document.querySelector<HTMLInputElement>("#opt-outs-file");
			const files = new DataTransfer();
			files.items.add(new File(["number\n"], "opt-outs.csv"));
			if (field) field.files = files.files;
			field?.dispatchEvent(new Event("change"));
			await press("Import");
		},
	},
	{ name: "audit-list", path: "/settings/audit", answers: log },
	{
		name: "audit-open",
		path: "/settings/audit",
		answers: log,
		act: async () => {
			await pressAt(".audit-details > summary");
			for (const details of document.querySelectorAll<HTMLDetailsElement>(".audit-details"))
				details.open = true;
		},
	},
	{
		name: "audit-empty",
		path: "/settings/audit",
		answers: { ...log, "GET /api/audit": page([]) },
	},
	{
		name: "audit-filtered-empty",
		path: "/settings/audit?actorId=usr_jane&targetKind=number&day=2026-11-29",
		answers: { ...log, "GET /api/audit": page([]) },
	},
	{ name: "audit-loading", path: "/settings/audit", answers: { ...log, "GET /api/audit": "never" } },
	{ name: "audit-refused", path: "/settings/audit", answers: { ...log, "GET /api/audit": failed } },
	{ name: "audit-forbidden", path: "/settings/audit", answers: { "GET /api/session": agent } },
	{
		name: "audit-hostile",
		path: "/settings/audit",
		answers: {
			...log,
			"GET /api/audit": page([
				changeOf({
					id: "aud_1",
					actor: { kind: "user", id: "usr_x", name: hostileText },
					before: { greeting: hostileText },
					after: { greeting: null, [hostileText.slice(0, 60)]: 1 },
				}),
				changeOf({ id: "aud_2", action: hostileText.slice(0, 40) }),
			]),
		},
		act: () => pressAt(".audit-details > summary"),
	},
];
