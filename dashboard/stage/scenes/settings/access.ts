import { invitationOf, invitations, keyOf, keys, onlyOlive, userOf, users } from "../../fixtures/access.ts";
import { agent, owner } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { press, pressAt, write } from "../../press.ts";
import { ago, refusal, type Scene } from "../../scene.ts";

const page = (items: unknown[]) => ({ items, nextCursor: null });
const withPeople = { "GET /api/users": page(users), "GET /api/invitations": page(invitations) };
const withKeys = { "GET /api/keys": page(keys) };
const admin = {
	...owner,
	role: "admin",
	scopes: owner.scopes.filter((scope) => scope !== "users:write" && scope !== "keys:write"),
};
const failed = refusal(500, "internal", "Something went wrong on our side.");

export const scenes: Scene[] = [
	{ name: "people-list", path: "/settings/people", answers: withPeople },
	{
		name: "people-alone",
		path: "/settings/people",
		answers: { "GET /api/users": page(onlyOlive), "GET /api/invitations": page([]) },
	},
	{
		name: "people-loading",
		path: "/settings/people",
		answers: { "GET /api/users": "never", "GET /api/invitations": "never" },
	},
	{
		name: "people-refused",
		path: "/settings/people",
		answers: { "GET /api/users": failed, "GET /api/invitations": page([]) },
	},
	{ name: "people-admin", path: "/settings/people", answers: { ...withPeople, "GET /api/session": admin } },
	{ name: "people-forbidden", path: "/settings/people", answers: { "GET /api/session": agent } },
	{
		name: "people-hostile",
		path: "/settings/people",
		answers: {
			"GET /api/users": page([
				...onlyOlive,
				userOf({ id: "usr_1", name: hostileText, email: hostileText.slice(0, 250) }),
			]),
			"GET /api/invitations": page([invitationOf({ id: "inv_1", email: hostileText.slice(0, 250) })]),
		},
	},
	{
		name: "people-roles",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt("[popovertarget=role-usr_omar]"),
	},
	{
		name: "people-more",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt("[popovertarget=more-usr_omar]"),
	},
	{
		name: "people-lower-role",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt("#role-usr_omar li:last-child button"),
	},
	{
		name: "people-role-refused",
		path: "/settings/people",
		answers: {
			...withPeople,
			"PUT /api/users/usr_jane": refusal(
				409,
				"conflict",
				"Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
			),
		},
		act: () => pressAt("#role-usr_jane li:first-child button"),
	},
	{
		name: "people-deactivate",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt("#more-usr_omar [data-destructive]"),
	},
	{
		name: "people-deactivated",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt(".people-inactive > summary"),
	},
	{ name: "people-invite", path: "/settings/people", answers: withPeople, act: () => press("Invite…") },
	{
		name: "people-invite-refused",
		path: "/settings/people",
		answers: {
			...withPeople,
			"POST /api/invitations": refusal(409, "conflict", "jane@acme.example can sign in already."),
		},
		act: async () => {
			await press("Invite…");
			await write("email", "jane@acme.example");
			await press("Make Invitation");
		},
	},
	{
		name: "people-invited",
		path: "/settings/people",
		answers: {
			...withPeople,
			"POST /api/invitations": {
				...invitationOf({ id: "inv_9" }),
				link: "https://pbx.acme.example/invitation#inv_5Jq2nV8xKcR0yTzLh3wPbEoUfGaMdSi7",
				token: "inv_5Jq2nV8xKcR0yTzLh3wPbEoUfGaMdSi7",
			},
		},
		act: async () => {
			await press("Invite…");
			await write("email", "sam@acme.example");
			await press("Make Invitation");
		},
	},
	{
		name: "people-edit",
		path: "/settings/people",
		answers: withPeople,
		act: () => pressAt("#more-usr_jane li:first-child button"),
	},
	{
		name: "people-edit-conflict",
		path: "/settings/people",
		answers: {
			...withPeople,
			"PUT /api/users/usr_jane": {
				status: 409,
				problem: {
					code: "conflict",
					detail:
						"Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
					current: { ...userOf({ id: "usr_jane", name: "Jane Smith-Ruiz" }), version: 2 },
					sent: { name: "Jane S.", extension: "101", version: 1 },
				},
			},
		},
		act: async () => {
			await pressAt("#more-usr_jane li:first-child button");
			await press("Save");
		},
	},
	{
		name: "people-reset",
		path: "/settings/people",
		answers: {
			...withPeople,
			"POST /api/users/usr_jane/reset-link": {
				userId: "usr_jane",
				link: "https://pbx.acme.example/reset-password#rst_5Jq2nV8xKcR0yTzLh3wPbEoUfGaMdSi7",
				token: "rst_5Jq2nV8xKcR0yTzLh3wPbEoUfGaMdSi7",
				expiresAt: ago({ days: -1 }),
			},
		},
		act: async () => {
			await pressAt("#more-usr_jane li:nth-child(2) button");
			await press("Make Link");
		},
	},
	{ name: "keys-list", path: "/settings/keys", answers: withKeys },
	{ name: "keys-empty", path: "/settings/keys", answers: { "GET /api/keys": page([]) } },
	{ name: "keys-loading", path: "/settings/keys", answers: { "GET /api/keys": "never" } },
	{ name: "keys-refused", path: "/settings/keys", answers: { "GET /api/keys": failed } },
	{ name: "keys-forbidden", path: "/settings/keys", answers: { "GET /api/session": admin } },
	{
		name: "keys-rights",
		path: "/settings/keys",
		answers: withKeys,
		act: () => pressAt(".keys-scopes > summary"),
	},
	{ name: "keys-create", path: "/settings/keys", answers: withKeys, act: () => press("New Key…") },
	{
		name: "keys-create-none",
		path: "/settings/keys",
		answers: withKeys,
		act: async () => {
			await press("New Key…");
			await press("Texting");
			for (const box of document.querySelectorAll<HTMLElement>("dialog input:checked")) box.click();
		},
	},
	{
		name: "keys-made",
		path: "/settings/keys",
		answers: {
			...withKeys,
			"POST /api/keys": { ...keyOf({ id: "key_9" }), key: "cpk_5Jq2nV8xKcR0yTzLh3wPbEoUfGaMdSi7" },
		},
		act: async () => {
			await press("New Key…");
			await write("name", "Wallboard");
			await press("Make Key");
		},
	},
	{ name: "keys-revoke", path: "/settings/keys", answers: withKeys, act: () => press("Revoke…") },
	{
		name: "keys-hostile",
		path: "/settings/keys",
		answers: { "GET /api/keys": page([keyOf({ id: "key_1", name: hostileText })]) },
	},
];
