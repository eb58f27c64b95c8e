import { extensionOf, extensions } from "../fixtures/company/extensions.ts";
import { owner } from "../fixtures/company/sessions.ts";
import { available } from "../fixtures/extensions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { wavOf } from "../fixtures/sound.ts";
import { choose, look, press, pressAt, upload, write } from "../press.ts";
import { ago, refusal, type Scene } from "../scene.ts";

const page = (items: unknown[]) => ({ items, nextCursor: null });
const inactive = extensionOf({
	id: "ext_5",
	ext: "105",
	name: "Nora Park",
	number: "+12125550144",
	status: "inactive",
	numberReleaseAt: ago({ days: -21 }),
});
const phones = (count: number, from: number) =>
	Array.from({ length: count }, (_, index) => `+1415555${from + index}`);
const people = [
	extensionOf({ id: "ext_1", alsoRing: phones(3, 1160) }),
	extensionOf({ id: "ext_2", ext: "102", name: "Sam Lee", department: "Support", alsoRing: phones(4, 1170) }),
	extensionOf({ id: "ext_6", ext: "106", name: "Ana Maria Ruiz de la Fuente", alsoRing: phones(1, 1180) }),
	extensionOf({
		id: "ext_9",
		kind: "group",
		ext: "110",
		name: "Showroom",
		department: "",
		email: "",
		forwardTo: null,
		members: ["101", "102"],
		ringSeconds: 30,
		greeting: "You have reached our showroom on Market Street.",
		hours: { week: { saturday: [["10:00", "14:00"]] } },
		purpose: "",
		number: "+14155550110",
	}),
];
const tooMany =
	"Group 110 (Showroom) would ring 11 telephones at once, and 10 is the most. Let it ring in order, or take a member or a telephone away.";
const recorded = {
	"GET /api/extensions": page([extensionOf({ id: "ext_1", greetingAudio: "wav" }), ...people.slice(1)]),
	"GET /api/extensions/ext_1/greeting/audio": wavOf(9),
};
const reader = {
	...owner,
	role: "admin",
	scopes: ["extensions:read", "numbers:read"],
};

export const scenes: Scene[] = [
	{
		name: "extensions-list",
		path: "/extensions",
		answers: { "GET /api/extensions": page([...extensions, ...people.slice(-1), inactive]) },
	},
	{ name: "extensions-empty", path: "/extensions", answers: { "GET /api/extensions": page([]) } },
	{ name: "extensions-loading", path: "/extensions", answers: { "GET /api/extensions": "never" } },
	{
		name: "extensions-refused",
		path: "/extensions",
		answers: { "GET /api/extensions": refusal(500, "internal", "Something went wrong on our side.") },
	},
	{ name: "extensions-reader", path: "/extensions", answers: { "GET /api/session": reader } },
	{
		name: "extensions-hostile",
		path: "/extensions",
		answers: {
			"GET /api/extensions": page([
				extensionOf({ id: "ext_1", name: hostileText, department: hostileText }),
				extensionOf({ id: "ext_2", ext: "102", status: "failed", number: null, reason: hostileText }),
			]),
		},
	},
	{
		name: "extensions-deactivated",
		path: "/extensions?show=deactivated",
		answers: { "GET /api/extensions": page([inactive]) },
	},
	{ name: "extensions-deactivated-empty", path: "/extensions?show=deactivated" },
	{
		name: "extensions-create",
		path: "/extensions",
		answers: { "GET /api/numbers/available": page(available) },
		act: async () => {
			await press("New Extension…");
			await write("name", "Nora Park");
			await write("areaCode", "212");
		},
	},
	{
		name: "extensions-create-none-near",
		path: "/extensions",
		answers: { "GET /api/numbers/available": page([]) },
		act: async () => {
			await press("New Extension…");
			await write("areaCode", "212");
		},
	},
	{
		name: "extensions-create-refused",
		path: "/extensions",
		answers: {
			"POST /api/extensions": refusal(400, "bad_input", "The input is wrong.", [
				{ in: "body", field: "ext", message: "Extension 105 exists already." },
			]),
		},
		act: async () => {
			await press("New Extension…");
			await write("name", "Nora Park");
			await write("email", "nora@acme.example");
			await press("Create Extension");
		},
	},
	{
		name: "extensions-create-group",
		path: "/extensions",
		answers: { "GET /api/extensions": page(people) },
		act: async () => {
			await press("New Extension…");
			await pressAt("dialog [value=group]");
			await write("name", "Showroom");
			await choose("dialog #field-members", "102");
			await choose("dialog #field-members", "101");
		},
	},
	{ name: "extensions-open", path: "/extensions/ext_1" },
	{
		name: "extensions-open-phones",
		path: "/extensions/ext_1",
		answers: { "GET /api/extensions": page(people) },
		act: async () => {
			await press("Add Telephone");
			await choose("#field-hours", "own");
		},
	},
	{
		name: "extensions-open-group",
		path: "/extensions/ext_9",
		answers: { "GET /api/extensions": page(people) },
	},
	{
		name: "extensions-open-group-moved",
		path: "/extensions/ext_9",
		answers: { "GET /api/extensions": page(people) },
		act: () => pressAt("[data-member='102'] [data-way=up] button"),
	},
	{
		name: "extensions-open-group-too-many",
		path: "/extensions/ext_9",
		answers: {
			"GET /api/extensions": page(people),
			"PUT /api/extensions/ext_9": refusal(400, "bad_input", "The input is wrong.", [
				{ in: "body", field: "members", message: tooMany },
			]),
		},
		act: async () => {
			await choose("#field-members", "106");
			await press("Save");
		},
	},
	{
		name: "extensions-open-group-reader",
		path: "/extensions/ext_9",
		answers: { "GET /api/extensions": page(people), "GET /api/session": reader },
	},
	{ name: "extensions-open-changed", path: "/extensions/ext_1", act: () => write("department", "Billing") },
	{
		name: "extensions-open-conflict",
		path: "/extensions/ext_1",
		answers: {
			"PUT /api/extensions/ext_1": {
				status: 409,
				problem: {
					code: "conflict",
					detail:
						"Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
					current: { ...extensionOf({ id: "ext_1", department: "Support" }), version: 2 },
					sent: { department: "Billing", version: 1 },
				},
			},
		},
		act: async () => {
			await write("department", "Billing");
			await press("Save");
		},
	},
	{
		name: "extensions-greeting",
		path: "/extensions/ext_1",
		answers: recorded,
		act: () => look(".recorded-greeting"),
	},
	{
		name: "extensions-greeting-pin",
		path: "/extensions/ext_1",
		answers: { "GET /api/extensions/ext_1/greeting/pin": { isSet: true } },
		act: async () => {
			await press("Record by Telephone…");
			await look("dialog.sheet[open]");
		},
	},
	{
		name: "extensions-greeting-recording",
		path: "/extensions/ext_1",
		act: async () => {
			await press("Record");
			await look(".recorded-greeting-clock");
		},
	},
	{
		name: "extensions-greeting-unsaved",
		path: "/extensions/ext_1",
		answers: {
			"PUT /api/extensions/ext_1/greeting/audio": refusal(
				503,
				"upstream_unavailable",
				"Try again in a moment.",
			),
		},
		act: async () => {
			await press("Record");
			await look(".recorded-greeting-clock");
			await press("Stop");
			await press("Save Recording");
			await look(".recorded-greeting .refusal-line");
		},
	},
	{
		name: "extensions-greeting-refused",
		path: "/extensions/ext_1",
		answers: {
			...recorded,
			"PUT /api/extensions/ext_1/greeting/audio": refusal(
				400,
				"bad_input",
				"A greeting lasts 60 seconds at most; this file lasts 75.",
			),
		},
		act: async () => {
			await upload(".recorded-greeting-upload input", new File(["a"], "long.wav"));
			await look(".recorded-greeting .refusal-line");
		},
	},
	{
		name: "extensions-greeting-reader",
		path: "/extensions/ext_1",
		answers: { ...recorded, "GET /api/session": reader },
	},
	{ name: "extensions-open-provisioning", path: "/extensions/ext_3" },
	{ name: "extensions-open-failed", path: "/extensions/ext_4" },
	{
		name: "extensions-open-inactive",
		path: "/extensions/ext_5",
		answers: { "GET /api/extensions": page([inactive]) },
	},
	{ name: "extensions-open-gone", path: "/extensions/ext_0" },
	{ name: "extensions-open-reader", path: "/extensions/ext_1", answers: { "GET /api/session": reader } },
	{
		name: "extensions-deactivate",
		path: "/extensions/ext_1",
		answers: { "GET /api/settings": { numberGraceDays: 30 } },
		act: () => press("Deactivate…"),
	},
	{
		name: "extensions-release",
		path: "/extensions/ext_1",
		answers: { "GET /api/settings": { numberGraceDays: 30 } },
		act: async () => {
			await press("Deactivate…");
			await pressAt("dialog [value=release]");
			await pressAt("dialog form [data-style=destructive]");
		},
	},
];
