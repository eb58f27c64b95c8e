import { failed, page, press, reader, sceneOf } from "../fixtures/campaign-scenes.ts";
import { completed, draft, from, groups, progressOf, recipientOf, sending } from "../fixtures/campaigns.ts";
import { campaignOf } from "../fixtures/company/campaigns.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { ago, refusal, type Scene } from "../scene.ts";

const offline = refusal(503, "upstream_unavailable", "The part that sends the campaigns does not answer.");
const held = { counts: { ...sending.counts, queued: 264, sending: 0 }, heldUntil: from(980) };

export const scenes: Scene[] = [
	{
		name: "campaigns-list",
		path: "/campaigns",
		answers: {
			"GET /api/campaigns": page(
				[
					draft,
					sending,
					campaignOf({
						id: "cmp_2",
						name: "Price Change",
						status: "paused",
						reason: "The carrier refuses texts from this number.",
					}),
					progressOf({
						id: "cmp_5",
						name: "New Year Hours",
						status: "scheduled",
						startAt: from(1200),
						counts: draft.counts,
						startedAt: null,
					}),
					campaignOf({ id: "cmp_3" }),
					completed,
					campaignOf({
						id: "cmp_6",
						name: "A campaign with a very long name that nobody would read to its end anyway",
						status: "cancelled",
					}),
				],
				"more",
			),
		},
	},
	{ name: "campaigns-loading", path: "/campaigns", answers: { "GET /api/campaigns": "never" } },
	{ name: "campaigns-refused", path: "/campaigns", answers: { "GET /api/campaigns": failed } },
	{ name: "campaigns-empty", path: "/campaigns", answers: { "GET /api/campaigns": page([]) } },
	{
		name: "campaigns-filtered-empty",
		path: "/campaigns?status=paused",
		answers: { "GET /api/campaigns": page([]) },
	},
	{ name: "campaigns-agent", path: "/campaigns", answers: { "GET /api/session": agent } },
	{ name: "campaigns-reader", path: "/campaigns", answers: { "GET /api/session": reader } },
	sceneOf(
		"campaigns-scheduled",
		progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: from(1200) }),
	),
	sceneOf(
		"campaigns-scheduled-late",
		progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: ago({ minutes: 30 }) }),
	),
	sceneOf(
		"campaigns-scheduled-moving",
		progressOf({ ...draft, id: "cmp_5", status: "scheduled", startAt: from(1200) }),
		{},
		() => press("Move…"),
	),
	sceneOf("campaigns-sending", sending),
	sceneOf("campaigns-slowed", {
		...sending,
		ratePerSecond: 10,
		achievedPerSecond: 3.2,
		pace: "The database takes 1.8 seconds to answer, so about 3.2 instead of 10 texts a second go out. Nothing is lost by it.",
	}),
	sceneOf("campaigns-held", { ...sending, ...held }),
	sceneOf("campaigns-paused", {
		...sending,
		status: "paused",
		reason: "Paused by hand.",
		expectedEndAt: null,
	}),
	sceneOf("campaigns-stopped", {
		...sending,
		status: "paused",
		reason:
			"More than 30 % of the texts failed or were not delivered. Look at the list, take out what is old, and resume it.",
		expectedEndAt: null,
	}),
	sceneOf("campaigns-pause-refused", sending, { [`POST /api/campaigns/${sending.id}/pause`]: offline }, () =>
		press("Pause"),
	),
	sceneOf("campaigns-cancelling", sending, {}, () => press("Cancel…")),
	sceneOf("campaigns-sending-reader", sending, { "GET /api/session": reader }),
	sceneOf("campaigns-completed", completed),
	sceneOf("campaigns-all-sent", { ...completed, counts: { ...completed.counts, sent: 6, delivered: 464 } }),
	sceneOf("campaigns-cancelled", {
		...completed,
		status: "cancelled",
		counts: { ...completed.counts, delivered: 300, skipped: 188 },
	}),
	sceneOf("campaigns-failed", {
		...completed,
		status: "failed",
		reason: "Its list of recipients did not arrive completely.",
		counts: { ...draft.counts, queued: 0, total: 18 },
	}),
	{
		...sceneOf("campaigns-recipients-filtered-empty", completed, {
			[`GET /api/campaigns/${completed.id}/recipients?status=failed&q=jane`]: page([]),
		}),
		path: `/campaigns/${completed.id}?status=failed&q=jane`,
	},
	{
		...sceneOf("campaigns-report-refused", completed, {
			[`GET /api/campaigns/${completed.id}/outcomes`]: failed,
		}),
	},
	{
		name: "campaigns-gone",
		path: "/campaigns/cmp_0",
		answers: { "GET /api/campaigns/cmp_0": refusal(404, "not_found", "There is no such campaign.") },
	},
	sceneOf(
		"campaigns-report-hostile",
		{ ...completed, name: hostileText, message: hostileText },
		{
			[`GET /api/campaigns/${completed.id}/outcomes`]: {
				...groups,
				items: [{ status: "failed", reason: hostileText, errorCode: 30008, count: 4 }],
			},
			[`GET /api/campaigns/${completed.id}/recipients`]: page([
				recipientOf({
					id: "rcp_1",
					number: hostileText.slice(0, 60),
					status: "failed",
					reason: hostileText,
					fields: { name: hostileText },
				}),
			]),
		},
	),
];
