import { writeDraft } from "../../../src/state/drafts.ts";
import { dashboard } from "../../fixtures/company/figures.ts";
import { hours } from "../../fixtures/company/office.ts";
import { owner } from "../../fixtures/company/sessions.ts";
import { hostileText } from "../../fixtures/hostile.ts";
import { wavOf } from "../../fixtures/sound.ts";
import { look, press, pressAt, write } from "../../press.ts";
import { refusal, type Scene } from "../../scene.ts";

const path = "/settings/hours";
const readOnly = {
	"GET /api/session": { ...owner, scopes: owner.scopes.filter((scope) => scope !== "settings:write") },
};
const always = {
	...hours,
	week: {},
	exceptions: [],
	holidays: { country: null, names: [] },
	closed: { greeting: null, then: "menu" },
};
const byHand = {
	"GET /api/hours/now": { isOpen: false, because: "override", until: "2026-11-30T05:00:00.000Z" },
	"GET /api/hours": {
		...hours,
		override: { state: "closed", until: "2026-11-30T05:00:00.000Z", greeting: "Closed for the snow." },
	},
};
const openNow = { isOpen: true, because: null, until: "2026-11-29T22:00:00.000Z" };

export const scenes: Scene[] = [
	{ name: "hours", path },
	{
		name: "hours-always",
		path,
		answers: { "GET /api/hours": always, "GET /api/hours/now": { ...openNow, until: null } },
	},
	{
		name: "hours-recorded",
		path,
		answers: {
			"GET /api/hours": { ...hours, greetingAudio: "mp3" },
			"GET /api/hours/greeting/audio": wavOf(6),
		},
		act: () => look(".recorded-greeting"),
	},
	{ name: "hours-by-hand", path, answers: byHand },
	{ name: "hours-loading", path, answers: { "GET /api/hours": "never", "GET /api/hours/now": "never" } },
	{ name: "hours-read-only", path, answers: readOnly },
	{
		name: "hours-wrong",
		path,
		async act() {
			await press("Add Hours, Friday");
			await pressAt("#hours-friday-1-from");
			const field = document.querySelector<HTMLInputElement>("#hours-friday-1-from");
			if (field) field.value = "14:00";
			field?.dispatchEvent(new Event("input"));
			await press("Save");
		},
	},
	{ name: "hours-exception", path, act: () => press("Edit Night sale…") },
	{
		name: "hours-exception-wrong",
		path,
		async act() {
			await press("Add Exception…");
			await write("exception-from", "2026-12-24");
			await write("exception-to", "2026-12-23");
			await press("Add");
		},
	},
	{
		name: "hours-conflict",
		path,
		act: () =>
			writeDraft("settings/hours", {
				values: { week: { monday: [["10:00", "18:00"]] } },
				base: { week: {} },
			}),
	},
	{
		name: "hours-hostile",
		path,
		answers: {
			"GET /api/hours": {
				...hours,
				exceptions: [{ ...hours.exceptions[0], name: hostileText.slice(0, 80) }],
				closed: { greeting: hostileText, then: "number", number: "+14155550151" },
			},
		},
	},
	{
		name: "hours-until",
		path,
		async act() {
			await press("Another Time…");
			await press("Open");
		},
	},
	{
		name: "hours-close-refused",
		path,
		answers: {
			"GET /api/hours/now": openNow,
			"PUT /api/hours": refusal(503, "unavailable", "The database does not answer. Try again in a minute."),
		},
		act: () => press("Close for Today"),
	},
	{
		name: "overview-open",
		path: "/",
		answers: { "GET /api/hours/now": openNow, "GET /api/dashboard": dashboard },
		act: () => pressAt("[popovertarget=opening-menu]"),
	},
	{ name: "overview-closed-by-hand", path: "/", answers: byHand },
];
