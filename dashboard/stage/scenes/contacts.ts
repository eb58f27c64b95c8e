import { callOf, voicemailOf } from "../fixtures/company/calls.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { conversationOf } from "../fixtures/company/texts.ts";
import { carol, carolsTimeline, contactOf, contactsOfCompany, importReport } from "../fixtures/contacts.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { press, untilThere, upload, write } from "../press.ts";
import { refusal, type Scene } from "../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const failed = refusal(500, "internal", "Something went wrong on our side.");
const path = "/contacts/%2B14155550153";
const named = { contactName: "Carol Díaz" };
const file = () => new File(["Phone 1 - Value\n"], "contacts.csv", { type: "text/csv" });
const hostile = contactOf({
	...carol,
	name: hostileText,
	company: hostileText,
	notes: hostileText,
	tags: [hostileText.slice(0, 60)],
});

export const scenes: Scene[] = [
	{
		name: "contacts-list",
		path: "/contacts",
		answers: { "GET /api/contacts": page(contactsOfCompany, "more") },
	},
	{ name: "contacts-loading", path: "/contacts", answers: { "GET /api/contacts": "never" } },
	{ name: "contacts-refused", path: "/contacts", answers: { "GET /api/contacts": failed } },
	{ name: "contacts-empty", path: "/contacts", answers: { "GET /api/contacts": page([]) } },
	{
		name: "contacts-filtered-empty",
		path: "/contacts?q=zoe&tag=VIP",
		answers: { "GET /api/contacts": page([]) },
	},
	{
		name: "contacts-agent",
		path,
		answers: { "GET /api/session": agent },
	},
	{
		name: "contacts-forbidden",
		path: "/contacts",
		answers: {
			"GET /api/session": { ...agent, scopes: agent.scopes.filter((scope) => scope !== "contacts:read") },
		},
	},
	{ name: "contacts-detail", path },
	{ name: "contacts-detail-loading", path, answers: { [`GET /api/contacts/${carol.number}`]: "never" } },
	{
		name: "contacts-detail-missing",
		path,
		answers: {
			[`GET /api/contacts/${carol.number}`]: refusal(
				404,
				"not_found",
				"There is no contact with this number.",
			),
		},
	},
	{
		name: "contacts-timeline-empty",
		path,
		answers: { [`GET /api/contacts/${carol.number}/timeline`]: page([]) },
	},
	{
		name: "contacts-timeline-refused",
		path,
		answers: { [`GET /api/contacts/${carol.number}/timeline`]: failed },
	},
	{
		name: "contacts-timeline-more",
		path,
		answers: { [`GET /api/contacts/${carol.number}/timeline`]: page(carolsTimeline, "more") },
	},
	{
		name: "contacts-hostile",
		path,
		answers: {
			"GET /api/contacts": page([hostile]),
			"GET /api/contacts/tags": { items: hostile.tags },
			[`GET /api/contacts/${carol.number}`]: hostile,
		},
	},
	{ name: "contacts-edit", path, act: () => press("Edit") },
	{
		name: "contacts-edit-refused",
		path,
		answers: {
			[`PUT /api/contacts/${carol.number}`]: refusal(
				400,
				"bad_input",
				"email: This is not an e-mail address.",
				[{ in: "body", field: "email", message: "This is not an e-mail address." }],
			),
		},
		act: async () => {
			await press("Edit");
			await write("email", "carol at acme");
			await press("Save");
		},
	},
	{ name: "contacts-erase", path, act: () => press("Erase…") },
	{
		name: "contacts-merge",
		path,
		act: async () => {
			await press("Merge…");
			await write("q", "sam");
			await untilThere(() => document.querySelector(".contacts-choices-list"));
		},
	},
	{ name: "contacts-new", path: "/contacts?add=%2B14155550199" },
	{
		name: "contacts-new-refused",
		path: "/contacts?add=%2B14155550153",
		answers: {
			"POST /api/contacts": refusal(
				409,
				"conflict",
				"Another contact has this number. Merge the two if they are the same person.",
			),
		},
		act: () => press("Add Contact"),
	},
	{ name: "contacts-import", path: "/contacts", act: () => press("Import…") },
	{
		name: "contacts-import-preview",
		path: "/contacts",
		answers: { "POST /api/contacts/import": importReport },
		act: async () => {
			await press("Import…");
			await upload("dialog input[type=file]", file());
			await untilThere(() => document.querySelector(".contacts-counts"));
		},
	},
	{
		name: "contacts-import-done",
		path: "/contacts",
		answers: { "POST /api/contacts/import": importReport },
		act: async () => {
			await press("Import…");
			await upload("dialog input[type=file]", file());
			await press("Import 226 Contacts");
			await untilThere(() =>
				[...document.querySelectorAll("h3")].find((one) => one.textContent === "Imported"),
			);
		},
	},
	{
		name: "contacts-import-refused",
		path: "/contacts",
		answers: {
			"POST /api/contacts/import": refusal(
				400,
				"bad_input",
				"Line 1: there are no headings. Expected: a first line such as number,name,company,email,tags,notes.",
			),
		},
		act: async () => {
			await press("Import…");
			await upload("dialog input[type=file]", file());
			await untilThere(() => document.querySelector("dialog .refusal-line"));
		},
	},
	{
		name: "contacts-names-inbox",
		path: "/inbox",
		answers: { "GET /api/conversations": page([conversationOf({ id: "conv_1", ...named })]) },
	},
	{
		name: "contacts-names-calls",
		path: "/calls/call_named",
		answers: {
			"GET /api/calls": page([callOf({ id: "call_named", outcome: "answered", ...named })]),
			"GET /api/calls?state=open": page([]),
			"GET /api/calls/call_named": {
				...callOf({ id: "call_named", outcome: "answered", ...named }),
				events: [],
				receptionist: [],
				voicemailId: null,
			},
		},
	},
	{
		name: "contacts-names-voicemail",
		path: "/voicemail/vm_named",
		answers: {
			"GET /api/voicemails": page([voicemailOf({ id: "vm_named", ...named })]),
			"GET /api/voicemails/vm_named": voicemailOf({ id: "vm_named", ...named }),
		},
	},
];
