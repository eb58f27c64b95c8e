import type { WhatIf } from "@cloudpbx/contracts/calls/what-if";
import { openWhatIf } from "../../../src/parts/what-if/offer.ts";
import { press } from "../../press.ts";
import { refusal, type Scene, stageNow } from "../../scene.ts";

const at = new Date(stageNow).toISOString();
const hours = {
	week: {},
	exceptions: [],
	holidays: { country: "US", names: ["Christmas Day"] },
	override: null,
	closed: { greeting: null, then: "menu" },
	version: 1,
};
const menu =
	"Thank you for calling Acme Corp. If you know your party's extension, dial it now. For our receptionist, press 0. To hear this again, press 9.";
const open: WhatIf = {
	at,
	isOpen: true,
	because: null,
	steps: [
		{ kind: "asks", text: menu },
		{ kind: "rings", extension: "101", phones: ["+14155550151", "+14155550152"], seconds: 20 },
		{
			kind: "says",
			text: "Jane Smith is not available. Leave a message after the tone.",
			because: "nobody took the call",
		},
		{ kind: "records", extension: "101", seconds: 120 },
	],
	outcome: "voicemail",
};
const closed: WhatIf = {
	at: "2026-12-25T17:00:00.000Z",
	isOpen: false,
	because: "Christmas Day",
	steps: [
		{
			kind: "says",
			text: "We are closed for Christmas. Leave a message after the tone.",
			because: "closed: Christmas Day",
		},
		{ kind: "records", extension: null, seconds: 120 },
	],
	outcome: "voicemail",
};
const answers = { "GET /api/hours": hours, "POST /api/what-if": open };
const path = "/settings/what-if";

async function dial101(): Promise<void> {
	await press("Call");
	for (const key of ["1", "0", "1"]) await press(key);
}

export const scenes: Scene[] = [
	{ name: "settings-what-if", path, answers },
	{
		name: "settings-hours-what-if",
		path: "/settings/hours",
		answers: { ...answers, "GET /api/hours/now": { isOpen: true, because: null, until: null } },
		act: () => document.querySelector(".ways")?.scrollIntoView(),
	},
	{ name: "settings-what-if-menu", path, answers, act: () => press("Call") },
	{ name: "settings-what-if-keys", path, answers, act: dial101 },
	{
		name: "settings-what-if-rings",
		path,
		answers,
		async act() {
			await dial101();
			await press("Press");
		},
	},
	{
		name: "settings-what-if-message",
		path,
		answers,
		async act() {
			await dial101();
			await press("Press");
			await press("Nobody Picks Up");
		},
	},
	{
		name: "settings-what-if-holiday",
		path,
		answers: { ...answers, "POST /api/what-if": closed },
		act: () => openWhatIf({ when: "holiday" }),
	},
	{
		name: "settings-what-if-refused",
		path,
		answers: {
			...answers,
			"POST /api/what-if": refusal(503, "upstream_unavailable", "The voice service does not answer."),
		},
		act: () => press("Call"),
	},
];
