import { campaignOf } from "../fixtures/company/campaigns.ts";
import { extensionOf } from "../fixtures/company/extensions.ts";
import { dashboard } from "../fixtures/company/figures.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { ago, type Scene } from "../scene.ts";

const page = (items: unknown[]) => ({ items, nextCursor: null });
const calm = {
	...dashboard,
	waiting: {
		conversations: 0,
		voicemailsUnheard: 0,
		extensionsFailed: 0,
		campaignsPaused: 0,
		webhooksPaused: 0,
		recordingsFailed: 0,
	},
};
const quiet = {
	...calm,
	today: { calls: 0, answered: 0, missed: 0, voicemails: 0, textsReceived: 0, textsSent: 0 },
	now: { callsInProgress: 0, campaignsSending: 0 },
	days: dashboard.days.map(({ date }) => ({ date, calls: 0, missed: 0, textsReceived: 0, textsSent: 0 })),
};
const failedExtension = extensionOf({
	id: "ext_4",
	ext: "104",
	name: "Li Wei",
	status: "failed",
	number: null,
	reason: "No number is to be had in 212.",
});
const lists = {
	"GET /api/extensions?status=failed&limit=3": page([failedExtension]),
	"GET /api/campaigns?status=paused&limit=3": page([
		campaignOf({
			id: "cmp_2",
			name: "Price Change",
			status: "paused",
			reason: "The carrier refuses texts from this number.",
		}),
	]),
	"GET /api/campaigns?status=sending&limit=3": page([
		campaignOf({
			id: "cmp_1",
			name: "Holiday Hours",
			status: "sending",
			counts: {
				total: 482,
				queued: 180,
				sending: 3,
				sent: 120,
				delivered: 170,
				undelivered: 4,
				failed: 0,
				skipped: 5,
			},
		}),
	]),
};

export const scenes: Scene[] = [
	{
		name: "overview-busy",
		path: "/",
		answers: {
			...lists,
			"GET /api/dashboard": {
				...dashboard,
				waiting: { ...dashboard.waiting, conversations: 1000, recordingsFailed: 2, numbersInTrouble: 1 },
				heldBack: [
					{
						name: "Jane Doe",
						reason: "The ceiling of 100 texts an hour for one person is reached.",
						at: ago({ minutes: 25 }),
					},
				],
			},
		},
	},
	{ name: "overview-calm", path: "/", answers: { ...lists, "GET /api/dashboard": calm } },
	{
		name: "overview-first-run",
		path: "/",
		answers: {
			"GET /api/dashboard": quiet,
			"GET /api/calls?limit=1": page([]),
			"GET /api/conversations?limit=1": page([]),
			"GET /api/users": page([{ id: "usr_olive" }]),
			"GET /api/invitations": page([]),
		},
	},
	{
		name: "overview-agent-waiting",
		path: "/",
		answers: {
			"GET /api/session": agent,
			"GET /api/dashboard": {
				...dashboard,
				today: {},
				now: {},
				waiting: { conversations: 2, voicemailsUnheard: 1 },
			},
		},
	},
	{
		name: "overview-agent-calm",
		path: "/",
		answers: {
			"GET /api/session": agent,
			"GET /api/dashboard": {
				...dashboard,
				today: {},
				now: {},
				waiting: { conversations: 0, voicemailsUnheard: 0 },
			},
		},
	},
	{
		name: "overview-hostile",
		path: "/",
		answers: {
			"GET /api/extensions?status=failed&limit=3": page([{ ...failedExtension, name: hostileText }]),
			"GET /api/campaigns?status=paused&limit=3": page([
				campaignOf({ id: "cmp_2", name: hostileText, status: "paused", reason: hostileText }),
			]),
			"GET /api/campaigns?status=sending&limit=3": page([
				campaignOf({ id: "cmp_1", name: hostileText, status: "sending" }),
			]),
		},
	},
];
