import type { WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import { owner } from "../../fixtures/company/sessions.ts";
import { company } from "../../fixtures/company.ts";
import { press, write } from "../../press.ts";
import { refusal, type Scene } from "../../scene.ts";

const some: WholeBlocklist = {
	items: [
		{ number: "+14155550199", then: "reject" },
		{ number: "+442079460018", then: "voicemail" },
		{ prefix: "+1809", then: "reject" },
		{ anonymous: true, then: "voicemail" },
	],
	version: 4,
};
const blocked = { "GET /api/blocklist": some };
const call = company["GET /api/calls/call_1"] as { from: string };
const caller: WholeBlocklist = { items: [{ number: call.from, then: "reject" }], version: 2 };
const byPrefix: WholeBlocklist = {
	items: [{ prefix: call.from.slice(0, 5), then: "voicemail" }],
	version: 2,
};

export const scenes: Scene[] = [
	{ name: "settings-blocked", path: "/settings/blocked", answers: blocked },
	{ name: "settings-blocked-empty", path: "/settings/blocked" },
	{
		name: "settings-blocked-read-only",
		path: "/settings/blocked",
		answers: {
			...blocked,
			"GET /api/session": { ...owner, scopes: owner.scopes.filter((scope) => scope !== "settings:write") },
		},
	},
	{
		name: "settings-blocked-removed",
		path: "/settings/blocked",
		answers: { ...blocked, "PUT /api/blocklist": { items: some.items.slice(1), version: 5 } },
		async act() {
			await press("Change (415) 555-0199");
			await press("Remove");
		},
	},
	{ name: "settings-blocked-add", path: "/settings/blocked", answers: blocked, act: () => press("Block…") },
	{
		name: "settings-blocked-add-wrong",
		path: "/settings/blocked",
		answers: {
			...blocked,
			"PUT /api/blocklist": refusal(400, "bad_input", "This is one of your own numbers.", [
				{ in: "body", field: "items.4.number", message: "This is one of your own numbers." },
			]),
		},
		async act() {
			await press("Block…");
			await write("digits", "(800) 555-0100");
			document.querySelector<HTMLFormElement>("dialog form")?.requestSubmit();
		},
	},
	{
		name: "calls-blocked",
		path: "/calls/call_1",
		answers: { "GET /api/blocklist": caller },
	},
	{
		name: "calls-blocked-by-prefix",
		path: "/calls/call_1",
		answers: { "GET /api/blocklist": byPrefix },
	},
	{
		name: "calls-block-done",
		path: "/calls/call_1",
		answers: { "PUT /api/blocklist": caller },
		act: () => press("Block Caller"),
	},
];
