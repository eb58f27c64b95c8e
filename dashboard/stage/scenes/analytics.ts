import { callAnalyticsOf, noCalls, noTexts, textAnalyticsOf } from "../fixtures/analytics.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { untilThere } from "../press.ts";
import { refusal, type Scene, type StagedAnswer } from "../scene.ts";

const answersOf = (count: 7 | 30 | 90): Record<string, StagedAnswer> => ({
	"GET /api/analytics/calls": callAnalyticsOf(count),
	"GET /api/analytics/sms": textAnalyticsOf(count),
});
const failed = refusal(503, "unavailable", "The database does not answer. Try again in a minute.");

export const scenes: Scene[] = [
	{ name: "analytics-7d", path: "/analytics", answers: answersOf(7) },
	{ name: "analytics-30d", path: "/analytics?period=30d", answers: answersOf(30), act: walkBars },
	{ name: "analytics-missed", path: "/analytics", answers: answersOf(7), act: showMissed },
	{ name: "analytics-90d", path: "/analytics?period=90d", answers: answersOf(90) },
	{
		name: "analytics-nothing",
		path: "/analytics",
		answers: { "GET /api/analytics/calls": noCalls, "GET /api/analytics/sms": noTexts },
	},
	{
		name: "analytics-loading",
		path: "/analytics",
		answers: { "GET /api/analytics/calls": "never", "GET /api/analytics/sms": "never" },
	},
	{
		name: "analytics-refused",
		path: "/analytics",
		answers: { ...answersOf(7), "GET /api/analytics/calls": failed },
	},
	{ name: "analytics-forbidden", path: "/analytics", answers: { "GET /api/session": agent } },
	{
		name: "analytics-hostile",
		path: "/analytics",
		answers: {
			...answersOf(7),
			"GET /api/analytics/calls": {
				...callAnalyticsOf(7),
				extensions: callAnalyticsOf(7).extensions.map((one) => ({ ...one, name: hostileText })),
			},
		},
	},
];

function walkBars(): void {
	const plot = document.querySelector<HTMLElement>(".chart-plot");
	plot?.focus();
	plot?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
}

async function showMissed(): Promise<void> {
	const choice = await untilThere(() => document.querySelector<HTMLInputElement>("input[value=missed]"));
	choice.click();
	choice.scrollIntoView();
}
