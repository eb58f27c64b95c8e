import {
	answeredCall,
	callsOfAnHour,
	informedCall,
	liveCalls,
	liveSummaries,
	missedCall,
	receptionistCall,
	voicemailCall,
} from "../fixtures/calls.ts";
import { calls } from "../fixtures/company/calls.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { wavOf } from "../fixtures/sound.ts";
import { press, untilThere } from "../press.ts";
import { refusal, type Scene } from "../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const empty = page([]);
const failed = refusal(500, "internal", "Something went wrong on our side.");

/** Parameters in the order in which the page sends them. */
const filtered = "/calls?outcome=informed&ext=101&number=%2B14155550153&from=2026-11-23&to=2026-11-29";
const ofAnHour = "/calls?receptionist=transferred&from=2026-11-23&to=2026-11-29&weekday=0&hour=9";

export const scenes: Scene[] = [
	{
		name: "calls-live",
		path: "/calls/call_live_1",
		answers: {
			"GET /api/calls?state=open": page(liveSummaries),
			"GET /api/calls": page([...liveSummaries, ...calls], "more"),
			...liveCalls,
		},
	},
	{ name: "calls-loading", path: "/calls", answers: { "GET /api/calls": "never" } },
	{ name: "calls-refused", path: "/calls", answers: { "GET /api/calls": failed } },
	{ name: "calls-empty", path: "/calls", answers: { "GET /api/calls": empty } },
	{
		name: "calls-filtered",
		path: filtered,
		answers: { [`GET /api${filtered}`]: page([informedCall]) },
		act: openFilter,
	},
	{
		name: "calls-filtered-empty",
		path: "/calls?outcome=missed&ext=102",
		answers: { "GET /api/calls": empty },
	},
	{
		name: "calls-of-an-hour",
		path: ofAnHour,
		answers: {
			[`GET /api${ofAnHour}&state=open`]: empty,
			[`GET /api${ofAnHour}`]: page(callsOfAnHour),
		},
	},
	{ name: "calls-answered", path: "/calls/call_1", answers: { "GET /api/calls/call_1": answeredCall } },
	{ name: "calls-missed", path: "/calls/call_2", answers: { "GET /api/calls/call_2": missedCall } },
	{
		name: "calls-receptionist",
		path: "/calls/call_1",
		answers: { "GET /api/calls/call_1": receptionistCall() },
	},
	{
		name: "calls-voicemail",
		path: "/calls/call_3",
		answers: { "GET /api/calls/call_3": voicemailCall, "GET /api/voicemails/vm_1/audio": wavOf(23) },
	},
	{ name: "calls-detail-loading", path: "/calls/call_1", answers: { "GET /api/calls/call_1": "never" } },
	{
		name: "calls-export-refused",
		path: "/calls",
		answers: {
			"GET /api/calls?limit=200": refusal(429, "rate_limited", "Too many requests. Wait a minute."),
		},
		act: () => press("Export CSV"),
	},
	{
		name: "calls-hostile",
		path: "/calls/call_1",
		answers: {
			"GET /api/calls/call_1": receptionistCall(hostileText),
			"GET /api/extensions": page([{ id: "ext_1", ext: "101", name: hostileText, status: "active" }]),
		},
	},
];

async function openFilter(): Promise<void> {
	document.querySelector<HTMLElement>(".calls-filter summary")?.click();
	await untilThere(() => document.querySelector(".calls-form"));
}
