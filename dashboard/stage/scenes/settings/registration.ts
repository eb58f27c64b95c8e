import type { Registration, SenderRegistration } from "@cloudpbx/contracts/extensions/registration";
import { agent } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { ago, refusal, type Scene } from "../../scene.ts";

const approved = { status: "approved" as const, reason: null };
const nothing = { status: "none" as const, reason: null };

const local: SenderRegistration = {
	numberId: "num_2",
	number: "+14155550101",
	kind: "local",
	canText: true,
	tollFreeVerification: null,
	brand: approved,
	campaign: approved,
	messagingService: { id: "MG1", name: "Office texts", inbound: "number" },
	findings: [],
	nextStep: null,
};

const tollFree: SenderRegistration = {
	...local,
	numberId: "num_main",
	number: "+18005550100",
	kind: "toll_free",
	tollFreeVerification: approved,
	brand: null,
	campaign: null,
	messagingService: null,
};

function missing(
	sender: SenderRegistration,
	finding: { id: string; meaning: string; todo: string; level?: "warning" | "info" },
): SenderRegistration {
	const findings = [{ level: "warning" as const, ...finding, id: `${finding.id}:${sender.numberId}` }];
	return { ...sender, canText: false, findings, nextStep: finding.todo };
}

const answer = (items: SenderRegistration[], accountType: Registration["accountType"] = "full") => ({
	"GET /api/registration": { items, nextCursor: null, checkedAt: ago({ minutes: 1 }), accountType },
});

const unverified = missing(
	{ ...tollFree, tollFreeVerification: nothing },
	{
		id: "toll_free_unverified",
		meaning: "Texts from +18005550100 do not arrive: networks block toll-free numbers that are not verified.",
		todo: "Hand in its toll-free verification: Twilio Console, Phone Numbers, Active Numbers, this number. It takes a few days.",
	},
);

const rejected = missing(
	{ ...local, campaign: { status: "rejected", reason: "The message flow is not described" } },
	{
		id: "campaign_rejected",
		meaning:
			"Texts from +14155550101 do not arrive: its 10DLC campaign was rejected (The message flow is not described).",
		todo: "Look at the campaign in the Twilio Console (Messaging, Regulatory Compliance), correct it and hand it in again.",
	},
);

const path = "/settings/registration";

export const scenes: Scene[] = [
	{ name: "registration", path, answers: answer([local, tollFree]) },
	{ name: "registration-missing", path, answers: answer([rejected, unverified], "trial") },
	{
		name: "registration-swallowed",
		path,
		answers: answer([
			{
				...missing(
					{ ...local, messagingService: { id: "MG1", name: "Office texts", inbound: "nowhere" } },
					{
						id: "texts_swallowed",
						meaning:
							'Texts to +14155550101 are lost without a trace: its Messaging Service "Office texts" drops them.',
						todo: "Repair the number (dashboard, Extensions), or switch on \"Defer to sender's webhook\" in the service's Integration settings at Twilio.",
					},
				),
				canText: true,
			},
		]),
	},
	{
		name: "registration-pending",
		path,
		answers: answer([
			missing(
				{ ...tollFree, tollFreeVerification: { status: "pending", reason: null } },
				{
					id: "toll_free_pending",
					meaning: "Texts from +18005550100 do not arrive yet: its toll-free verification is being reviewed.",
					todo: "Wait; Twilio decides within a few working days and writes to the address in the verification.",
					level: "info",
				},
			),
		]),
	},
	{
		name: "registration-rejected",
		path,
		answers: answer([
			missing(
				{ ...tollFree, tollFreeVerification: { status: "rejected", reason: "The website shows no opt-in." } },
				{
					id: "toll_free_rejected",
					meaning:
						"Texts from +18005550100 do not arrive: its toll-free verification was rejected (The website shows no opt-in).",
					todo: "Correct the verification (Twilio Console, Phone Numbers, Active Numbers, this number) and hand it in again.",
				},
			),
		]),
	},
	{
		name: "registration-no-brand",
		path,
		answers: answer([
			missing(
				{ ...local, brand: nothing, campaign: nothing, messagingService: null },
				{
					id: "brand_missing",
					meaning: "Texts from +14155550101 do not arrive: the company is not registered for 10DLC.",
					todo: "Register the company as a brand, then a campaign: Twilio Console, Messaging, Regulatory Compliance. It takes some days.",
				},
			),
		]),
	},
	{
		name: "registration-hostile",
		path,
		answers: answer([
			missing(
				{
					...local,
					campaign: { status: "rejected", reason: hostileText },
					messagingService: { id: "MG1", name: hostileText, inbound: "elsewhere" },
				},
				{ id: "campaign_rejected", meaning: hostileText, todo: hostileText },
			),
		]),
	},
	{ name: "registration-empty", path, answers: answer([]) },
	{ name: "registration-loading", path, answers: { "GET /api/registration": "never" } },
	{
		name: "registration-refused",
		path,
		answers: {
			"GET /api/registration": refusal(503, "upstream_unavailable", "Twilio did not answer. Try again."),
		},
	},
	{ name: "registration-forbidden", path, answers: { "GET /api/session": agent } },
];
