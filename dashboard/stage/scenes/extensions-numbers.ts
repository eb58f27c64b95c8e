import { extensionOf } from "../fixtures/company/extensions.ts";
import { owner } from "../fixtures/company/sessions.ts";
import { available, health, numberOf, numbers, troubles } from "../fixtures/extensions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { press, pressAt, write } from "../press.ts";
import { refusal, type Scene } from "../scene.ts";

const page = (items: unknown[]) => ({ items, nextCursor: null });
const withNumbers = { "GET /api/numbers": page(numbers), "GET /api/numbers/health": health([]) };
const reader = {
	...owner,
	role: "admin",
	scopes: ["extensions:read", "numbers:read"],
};
const unreachable = refusal(503, "upstream_unavailable", "Twilio did not answer. Try again.");

export const scenes: Scene[] = [
	{ name: "extensions-numbers", path: "/extensions?show=numbers", answers: withNumbers },
	{
		name: "extensions-numbers-trouble",
		path: "/extensions?show=numbers",
		answers: { ...withNumbers, "GET /api/numbers/health": health(troubles) },
	},
	{
		name: "extensions-numbers-empty",
		path: "/extensions?show=numbers",
		answers: { ...withNumbers, "GET /api/numbers": page([]) },
	},
	{
		name: "extensions-numbers-loading",
		path: "/extensions?show=numbers",
		answers: { "GET /api/numbers": "never", "GET /api/numbers/health": "never" },
	},
	{
		name: "extensions-numbers-refused",
		path: "/extensions?show=numbers",
		answers: {
			"GET /api/numbers": refusal(500, "internal", "Something went wrong on our side."),
			"GET /api/numbers/health": unreachable,
		},
	},
	{
		name: "extensions-numbers-reader",
		path: "/extensions?show=numbers",
		answers: { ...withNumbers, "GET /api/session": reader },
	},
	{
		name: "extensions-numbers-hostile",
		path: "/extensions?show=numbers",
		answers: {
			...withNumbers,
			"GET /api/numbers": page([
				numberOf({ id: "num_2", extensionId: "ext_1", extension: "101", label: hostileText.slice(0, 200) }),
			]),
			"GET /api/extensions": page([extensionOf({ id: "ext_1", name: hostileText })]),
		},
	},
	{
		name: "extensions-numbers-rings",
		path: "/extensions?show=numbers",
		answers: withNumbers,
		act: () => pressAt(".extensions-rings"),
	},
	{
		name: "extensions-numbers-assign-refused",
		path: "/extensions?show=numbers",
		answers: { ...withNumbers, "POST /api/numbers/num_1/assign": unreachable },
		act: () => pressAt("#rings-num_1 li:last-child .menu-item"),
	},
	{
		name: "extensions-numbers-buy",
		path: "/extensions?show=numbers",
		answers: { ...withNumbers, "GET /api/numbers/available": page(available) },
		act: async () => {
			await press("Buy…");
			await write("areaCode", "212");
		},
	},
	{
		name: "extensions-numbers-adopt",
		path: "/extensions?show=numbers",
		answers: {
			...withNumbers,
			"POST /api/numbers/adopt": refusal(404, "not_found", "The carrier account does not have this number."),
		},
		act: async () => {
			await press("Take Up…");
			await write("number", "(415) 555-0189");
			await press("Take Up Number");
		},
	},
	{
		name: "extensions-numbers-name",
		path: "/extensions?show=numbers",
		answers: withNumbers,
		act: () => pressAt("#more-num_3 .menu-item"),
	},
	{
		name: "extensions-numbers-release",
		path: "/extensions?show=numbers",
		answers: withNumbers,
		act: () => pressAt("#more-num_3 [data-destructive]"),
	},
];
