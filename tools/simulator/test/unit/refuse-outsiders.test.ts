import { expect, it } from "vitest";
import { refuseOutsiders } from "../../src/refuse-outsiders.ts";

const path = "/simulator/control/calls";
const here = "http://localhost:8787";

it.each([
	["POST", `${here}${path}`, {}],
	["POST", `http://127.0.0.1:8787${path}`, {}],
	["POST", `http://[::1]:8787${path}`, {}],
	["POST", `${here}${path}`, { origin: here, "sec-fetch-site": "same-origin" }],
	["POST", `${here}${path}`, { "sec-fetch-site": "none" }],
	["GET", `${here}/simulator/`, { "sec-fetch-site": "cross-site" }],
	["GET", `${here}${path}`, { origin: here, "sec-fetch-site": "same-origin" }],
])("serves %s %s %j", (method, url, headers) => {
	expect(
		refuseOutsiders(new Request(url, { method, headers: headers as Record<string, string> })),
	).toBeNull();
});

it.each([
	["POST", `http://rebound.example:8787${path}`, {}],
	["GET", `http://rebound.example:8787${path}`, {}],
	["POST", `http://localhost.rebound.example${path}`, {}],
	["POST", `http://192.168.1.7:8787${path}`, {}],
	["POST", `${here}${path}`, { origin: "https://another.example" }],
	["POST", `${here}${path}`, { origin: "null" }],
	["POST", `${here}${path}`, { origin: "http://localhost:3000" }],
	["GET", `${here}/simulator/control/account`, { origin: "https://another.example" }],
	["GET", `${here}/simulator/control/account`, { origin: "null" }],
	["PUT", `${here}${path}`, { "sec-fetch-site": "cross-site" }],
	["DELETE", `${here}${path}`, { "sec-fetch-site": "same-site" }],
	["POST", `${here}/simulator/2010-04-01/Accounts/AC1/Messages.json`, { origin: "https://another.example" }],
])("refuses %s %s %j", (method, url, headers) => {
	const request = new Request(url, { method, headers: headers as Record<string, string> });
	expect(refuseOutsiders(request)).toMatch(/localhost only|another site/);
});
