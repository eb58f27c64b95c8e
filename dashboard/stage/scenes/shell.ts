import { notify } from "../../src/parts/notices.ts";
import { openKeyList, openPalette } from "../../src/state/overlays.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { messageOf } from "../fixtures/company/texts.ts";
import { refusal, type Scene } from "../scene.ts";

const empty = { items: [], nextCursor: null };

export const scenes: Scene[] = [
	{ name: "overview", path: "/" },
	{ name: "overview-loading", path: "/", answers: { "GET /api/dashboard": "never" } },
	{
		name: "overview-refused",
		path: "/",
		answers: { "GET /api/dashboard": refusal(500, "internal", "Something went wrong on our side.") },
	},
	{ name: "overview-agent", path: "/", answers: { "GET /api/session": agent } },
	{ name: "inbox", path: "/inbox" },
	{ name: "inbox-open", path: "/inbox/conv_1" },
	{ name: "inbox-empty", path: "/inbox", answers: { "GET /api/conversations": empty } },
	{ name: "calls", path: "/calls" },
	{ name: "calls-open", path: "/calls/call_1" },
	{
		name: "calls-gone",
		path: "/calls/call_0",
		answers: { "GET /api/calls/call_0": refusal(404, "not_found", "There is no such call.") },
	},
	{ name: "voicemail", path: "/voicemail/vm_1" },
	{ name: "extensions", path: "/extensions" },
	{ name: "campaigns", path: "/campaigns" },
	{ name: "analytics", path: "/analytics" },
	{ name: "settings", path: "/settings" },
	{ name: "not-found", path: "/contacts" },
	{ name: "forbidden", path: "/calls", answers: { "GET /api/session": agent } },
	{ name: "palette", path: "/", act: openPalette },
	{
		name: "palette-found",
		path: "/",
		answers: {
			"GET /api/messages?q=saturday&limit=4": {
				items: [messageOf({ id: "msg_1", body: "Are you open on Saturday?" })],
				nextCursor: null,
			},
		},
		act: () => typeIntoPalette("saturday"),
	},
	{ name: "palette-number", path: "/", act: () => typeIntoPalette("415 555 0153") },
	{ name: "key-list", path: "/inbox", act: openKeyList },
	{
		name: "notice",
		path: "/inbox",
		act: () =>
			void notify({
				text: "The conversation is closed.",
				undo: { label: "Undo Close", run: () => undefined },
			}),
	},
];

async function typeIntoPalette(text: string): Promise<void> {
	openPalette();
	const findField = () => document.querySelector<HTMLInputElement>(".palette[open] input");
	for (let tries = 0; tries < 100 && !findField(); tries++) await pause(20);
	const field = findField();
	if (!field) throw new Error("The palette did not open.");
	field.value = text;
	field.dispatchEvent(new Event("input", { bubbles: true }));
	await pause(400);
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
