import { beforeAll, expect, it } from "vitest";
import { callApi, giveKey, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await testEnv.DB.prepare(
		"CREATE TRIGGER audit_broken BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'broken'); END",
	).run();
});

const conversation = { from: "+14155550199", to: "+18005550100" };
const optOut = { number: "+14155550177", reason: "Wrote to us on 3 May." };
const person = { ext: "105", name: "New", department: "Sales", email: "new@acme.example" };

it.each([
	["POST", "/api/numbers", { kind: "toll_free" }],
	["POST", "/api/numbers/adopt", { number: "+14155550188" }],
	["POST", "/api/numbers/num_main/assign", { ext: "101" }],
	["POST", "/api/numbers/num_stray/repair"],
	["DELETE", "/api/numbers/num_main"],
	["POST", "/api/extensions", person],
	["PUT", "/api/extensions/ext_101", { name: "Jane Smith" }],
	["POST", "/api/extensions/ext_failed/retry"],
	["DELETE", "/api/extensions/ext_102"],
	["POST", "/api/conversations/takeover", conversation],
	["POST", "/api/conversations/notes", { ...conversation, text: "A regular." }],
	["POST", "/api/opt-outs", optOut],
	["DELETE", "/api/opt-outs/+14155550177", { reason: optOut.reason }],
	["POST", "/api/opt-outs/import", "number\n+14155550111\n"],
	["POST", "/api/voicemails/vm_101/listen"],
	["DELETE", "/api/voicemails/vm_101"],
	["POST", "/api/campaigns/cmp_sending/pause"],
	["POST", "/api/campaigns/cmp_sending/duplicate"],
	["DELETE", "/api/campaigns/cmp_draft"],
	["POST", "/api/webhooks", { url: "https://hooks.acme.example/", events: ["call.missed"] }],
	["PUT", "/api/webhooks/whk_1", { isPaused: true }],
	["DELETE", "/api/webhooks/whk_1"],
	["POST", "/api/webhooks/whk_1/secret"],
	["POST", "/api/webhooks/whk_1/test"],
	["POST", "/api/webhooks/whk_1/deliveries/evt_1/redeliver"],
	["POST", "/api/calls", { to: "+14155550199", as: "101" }],
	["POST", "/api/sms/send", { to: "+14155550199", message: "Hello." }],
])(
	"answers what another Worker has done, though the audit log cannot be written: %s %s",
	async (method, path, body?: unknown) => {
		const headers: Record<string, string> = typeof body === "string" ? { "content-type": "text/csv" } : {};
		const response = await callApi(path, { key, method, body, headers });
		expect(response.status, await response.text()).toBeLessThan(300);
	},
);
