import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import { callWith } from "../fixtures/calls.ts";
import { callOf, calls } from "../fixtures/company/calls.ts";
import { pressAt, untilThere } from "../press.ts";
import { ago, refusal, type Scene } from "../scene.ts";

const id = "call_out_1";
const out = {
	id,
	direction: "outbound" as const,
	from: "+14155550101",
	to: "+12125550187",
	extension: "101",
	takenBy: "101",
};
const placed = { extension: "101", phones: 2, by: "Jane Smith" };

const answered = callWith({ ...out, outcome: "answered", talkSeconds: 84, durationSeconds: 84 }, [
	[0, "call_placed", placed],
	[7, "call_confirmed"],
	[16, "callee_answered"],
	[100, "callee_spoke", { talkSeconds: 84 }],
	[101, "ended"],
]);
const notTaken = callWith(
	{ ...out, takenBy: null, outcome: "not_taken", status: "no_answer", talkSeconds: null, durationSeconds: 0 },
	[
		[0, "call_placed", { ...placed, phones: 1 }],
		[26, "call_not_taken"],
		[26, "ended"],
	],
);

const progress: CallOutProgress = {
	id,
	to: "+12125550187",
	from: "+14155550101",
	as: "101",
	phones: ["0151", "0156"],
	state: "ringing_own",
	outcome: null,
	startedAt: ago({ minutes: 0 }),
	answeredAt: null,
	endedAt: null,
	talkSeconds: null,
};
const answersWith = (change: Partial<CallOutProgress>) => ({
	"GET /api/calls/call_1": callWith({ ...callOf({ id: "call_1" }) }, [[0, "received"]]),
	"POST /api/calls": progress,
	[`GET /api/calls/${id}/progress`]: { ...progress, ...change },
});

const callUntil = (words: string) => async () => {
	await pressAt(".calls-ways button");
	await untilThere(() =>
		[...document.querySelectorAll(".call-panel")].find((panel) => panel.textContent?.includes(words)),
	);
};

export const scenes: Scene[] = [
	{
		name: "calls-out-answered",
		path: `/calls/${id}`,
		answers: {
			"GET /api/calls": { items: [answered, ...calls], nextCursor: null },
			[`GET /api/calls/${id}`]: answered,
		},
	},
	{
		name: "calls-out-not-taken",
		path: `/calls/${id}`,
		answers: {
			"GET /api/calls": { items: [notTaken, ...calls], nextCursor: null },
			[`GET /api/calls/${id}`]: notTaken,
		},
	},
	{
		name: "calls-out-rings",
		path: "/calls/call_1",
		answers: answersWith({}),
		act: callUntil("Pick up and press 1"),
	},
	{
		name: "calls-out-connected",
		path: "/calls/call_1",
		answers: answersWith({ state: "talking", answeredAt: ago({ minutes: 1 }) }),
		act: callUntil("Connected"),
	},
	{
		name: "calls-out-ended",
		path: "/calls/call_1",
		answers: answersWith({ state: "ended", outcome: "not_taken", endedAt: ago({ minutes: 0 }) }),
		act: callUntil("so the number was not called"),
	},
	{
		name: "calls-out-refused",
		path: "/calls/call_1",
		answers: {
			...answersWith({}),
			"POST /api/calls": refusal(
				412,
				"precondition_failed",
				"You have no extension to call with. Choose yours under Settings, People; then your telephone rings first.",
			),
		},
		act: callUntil("You have no extension"),
	},
];
